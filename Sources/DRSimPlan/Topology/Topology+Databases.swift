package import DRSimDocument
package import DRSimUnits

extension Topology {
    /// Where the database is that an object of a region's cluster is to receive from, if it is to be a
    /// replica cluster at present (A13).
    package func replicaSource(of object: JSONValue, in region: Int) -> DatabaseAddress? {
        guard let replica = object[path: "spec", "replica"], replica["enabled"]?.bool == true,
            let server = replica["source"]?.string
        else { return nil }
        return address(ofServer: server, namedBy: object, in: region)
    }

    /// Where the database is behind a server of an object's `externalClusters`: where its host leads to, or
    /// else, where it has none, wherever one of its name is.
    package func address(
        ofServer server: String, namedBy object: JSONValue, in region: Int
    ) -> DatabaseAddress {
        let entry = object[path: "spec", "externalClusters"]?.array?.first { $0["name"]?.string == server }
        guard let host = entry?[path: "connectionParameters", "host"]?.string else {
            return DatabaseAddress(server)
        }
        return address(of: host, from: object[path: "metadata", "namespace"]?.string, in: region)
    }

    /// What a host name says to whoever asks from a namespace of a region: `db-rw` and `db-rw.orders` are
    /// names of the own cluster, and `db-rw.orders.DOMAIN` is one of that region's. Of a name in a domain
    /// that is no region's nothing is known but its first part, and the namespace of an operator's service.
    private func address(of host: String, from namespace: String?, in region: Int) -> DatabaseAddress {
        let owner = regions.firstIndex { $0.cluster.domain.map { host.hasSuffix(".\($0)") } ?? false }
        let domain = owner.flatMap { regions[$0].cluster.domain }
        let local = domain.map { String(host.dropLast($0.count + 1)) } ?? host
        let labels = local.split(separator: ".").map(String.init)
        let (name, isService) = Self.database(ofService: labels.first ?? host)
        if labels.count > 2, labels[2] != "svc" {
            return DatabaseAddress(name, namespace: isService ? labels[1] : nil)
        }
        return DatabaseAddress(
            name, namespace: labels.count > 1 ? labels[1] : namespace, site: owner ?? region)
    }

    /// The database a service is one of, where it is one of the three the operator makes for each.
    private static func database(ofService name: String) -> (name: String, isService: Bool) {
        let suffix = ["-rw", "-ro", "-r"].first { name.hasSuffix($0) }
        return suffix.map { (String(name.dropLast($0.count)), true) } ?? (name, false)
    }
}
