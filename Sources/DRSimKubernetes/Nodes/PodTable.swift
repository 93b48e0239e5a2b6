import OrderedCollections

/// The pods of a cluster in the order of their creation.
struct PodTable: Sendable {
    private(set) var all: [Pod] = []
    /// The ids of the pods of each deployment, oldest first: what users get is asked of them after every
    /// event, and most pods are others'.
    private var idsOfDeployments: OrderedDictionary<DeploymentKey, [Int32]> = [:]
    private var nextID: Int32 = 1

    /// A deployment's name in its namespace.
    private struct DeploymentKey: Hashable {
        let namespace: String
        let name: String
    }

    /// The id the next pod takes.
    mutating func makeID() -> Int32 {
        defer { nextID += 1 }
        return nextID
    }

    mutating func append(_ pod: Pod) {
        all.append(pod)
        if let key = Self.key(of: pod) { idsOfDeployments[key, default: []].append(pod.id) }
    }

    /// Where a pod stands; ids ascend.
    func index(of id: Int32) -> Int? {
        var (low, high) = (0, all.count)
        while low < high {
            let middle = (low + high) / 2
            if all[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < all.count && all[low].id == id ? low : nil
    }

    func index(namespace: String, name: String) -> Int? {
        all.firstIndex { $0.name == name && $0.namespace == namespace }
    }

    /// Where the pods of a deployment stand, oldest first.
    func indices(ofDeployment name: String, namespace: String) -> [Int] {
        let ids = idsOfDeployments[DeploymentKey(namespace: namespace, name: name)] ?? []
        return ids.compactMap { index(of: $0) }
    }

    subscript(index: Int) -> Pod {
        get { all[index] }
        _modify { yield &all[index] }
    }

    mutating func remove(at index: Int) {
        let pod = all.remove(at: index)
        if let key = Self.key(of: pod) { idsOfDeployments[key]?.removeAll { $0 == pod.id } }
    }

    /// The ids of the pods that fulfil a condition, oldest first.
    func ids(where condition: (Pod) -> Bool) -> [Int32] {
        all.filter(condition).map(\.id)
    }

    private static func key(of pod: Pod) -> DeploymentKey? {
        pod.revision > 0 ? DeploymentKey(namespace: pod.namespace, name: pod.owner.name) : nil
    }
}
