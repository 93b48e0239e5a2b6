/// The pods of a cluster in the order of their creation.
struct PodTable: Sendable {
    private(set) var all: [Pod] = []
    private var nextID: Int32 = 1

    /// The id the next pod takes.
    mutating func makeID() -> Int32 {
        defer { nextID += 1 }
        return nextID
    }

    mutating func append(_ pod: Pod) {
        all.append(pod)
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

    subscript(index: Int) -> Pod {
        get { all[index] }
        _modify { yield &all[index] }
    }

    mutating func remove(at index: Int) {
        all.remove(at: index)
    }

    /// The ids of the pods that fulfil a condition, oldest first.
    func ids(where condition: (Pod) -> Bool) -> [Int32] {
        all.filter(condition).map(\.id)
    }
}
