extension TwoRegion {
    /// What runs in production.
    static let east = ShopFiles.manifests(
        opening: "# What runs in east. EDIT: your own manifests; any number of files.",
        databaseHost: "orders-rw", apiReplicas: 3)

    /// What stands by.
    static let west = shop + "\n" + entrance

    private static let shop = ShopFiles.manifests(
        opening: "# What stands by in west: fewer pods, and the same names in the ingress.",
        databaseHost: "orders-west-rw", apiReplicas: 1,
        hosts: ["api.example.com", "www.example.com", "west.example.com"])

    private static let entrance = """
            - host: west.example.com
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: api, port: {number: 80}}}
        """

    /// The database that follows.
    static let replica = """
        # Its replica in west: follows the primary, and takes writes only once somebody promotes it.
        apiVersion: postgresql.cnpg.io/v1
        kind: Cluster
        metadata: {name: orders-west, namespace: shop}
        spec:
          instances: 2
          bootstrap: {pg_basebackup: {source: orders}}
          replica: {enabled: true, source: orders}
          externalClusters:
            - name: orders
              connectionParameters:
                host: orders-rw.shop.east.example.net
                user: streaming_replica
                dbname: app
              password: {name: orders-replication, key: password}
          storage: {size: 500Gi}
          resources: {requests: {cpu: "1", memory: 4Gi}}
        """
}
