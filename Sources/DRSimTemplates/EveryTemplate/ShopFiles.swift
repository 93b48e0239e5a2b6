/// The shop that the templates with a database run: its services and what a cluster runs of it.
enum ShopFiles {
    /// The services and the store.
    static let services = services(apiAlso: "")

    /// The services and the store, with further lines about the API.
    static func services(apiAlso lines: String) -> String {
        opening + "\n" + api + lines + "\n" + rest
    }

    private static let opening = """
        # What users lose when it fails. EDIT: replace these two by your own; the revenue shares sum to
        # 100 %.
        #
        # host and path say where users come in; the ingress in manifests/ must lead there. workloads name
        # the deployments, with how many pods' full capacity the busiest hour takes (answers are late
        # above four fifths of it). stores must take writes where the service runs; needs are services it
        # cannot work without.
        services:
        """

    private static let api = """
          - id: api
            title: The API that takes orders
            tier: 1
            revenue_share: 70%
            host: api.example.com
            path: /
            workloads:
              - {deployment: api, peak_load_pods: 1.5}
            stores: [orders]
            needs: []
            source: assumption
        """

    private static let rest = """
          - id: web
            title: The web shop
            tier: 2
            revenue_share: 30%
            host: www.example.com
            path: /
            workloads:
              - {deployment: web, peak_load_pods: 0.8}
            stores: []
            needs: [api]
            source: assumption

        # What has a recovery point. host_key is the setting from which applications take the database's
        # host.
        stores:
          - id: orders
            title: PostgreSQL database of the orders
            kind: postgres
            host_key: DATABASE_HOST
            source: assumption
        """

    /// What runs in a cluster besides its database.
    static func manifests(
        opening: String, databaseHost: String, apiReplicas: Int,
        hosts: [String] = ["api.example.com", "www.example.com"]
    ) -> String {
        """
        \(opening)
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings, namespace: shop}
        data:
          DATABASE_HOST: \(databaseHost) # the read-write service of the cluster's own database
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: shop}
        spec:
          replicas: \(apiReplicas)
          selector: {matchLabels: {app: api}}
          template:
            metadata: {labels: {app: api}}
            spec:
              containers:
                - name: api
                  image: registry.example.com/api:1
                  envFrom: [{configMapRef: {name: settings}}]
                  resources: {requests: {cpu: 500m, memory: 1Gi}}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: shop}
        spec:
          replicas: 2
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  image: registry.example.com/web:1
                  resources: {requests: {cpu: 500m, memory: 1Gi}}
        """ + "\n" + network(hosts)
    }

    /// How users reach what runs in a cluster.
    private static func network(_ hosts: [String]) -> String {
        """
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: api, namespace: shop}
        spec:
          selector: {app: api}
          ports: [{port: 80, targetPort: 8080}]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: shop}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8080}]
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: shop, namespace: shop}
        spec:
          ingressClassName: nginx
          tls:
            - hosts: [\(hosts.joined(separator: ", "))]
              secretName: shop-tls
          rules:
            - host: api.example.com
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: api, port: {number: 80}}}
            - host: www.example.com
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: web, port: {number: 80}}}
        """
    }

    /// The database production writes to.
    static let database = """
        # The database production writes to: three instances, one a zone. The operator fails over among
        # them by itself.
        apiVersion: postgresql.cnpg.io/v1
        kind: Cluster
        metadata: {name: orders, namespace: shop}
        spec:
          instances: 3
          storage: {size: 500Gi}
          resources: {requests: {cpu: "1", memory: 4Gi}}
        """
}
