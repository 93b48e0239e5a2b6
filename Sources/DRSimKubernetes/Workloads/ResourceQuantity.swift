package import DRSimDocument
package import DRSimUnits

/// Reads Kubernetes quantities: `500m`, `2`, `0.5`, `1Gi`, `512Mi`, `1G`.
package enum ResourceQuantity {
    private static let suffixes: [(text: String, factor: Double)] = [
        ("Ki", 1_024), ("Mi", 1_048_576), ("Gi", 1_073_741_824), ("Ti", 1_099_511_627_776),
        ("k", 1e3), ("M", 1e6), ("G", 1e9), ("T", 1e12), ("m", 1e-3),
    ]

    /// The number a quantity stands for; `nil` if it is none.
    ///
    /// What is larger than a quantity can be the API caps and does not refuse; here the cap leaves room
    /// for the sum of a pod's containers.
    static func value(_ quantity: JSONValue) -> Double? {
        guard let number = number(quantity), number.isFinite else { return nil }
        return min(max(0, number), cap)
    }

    /// A thousand million million: of bytes more than any node has, of cores all the more.
    private static let cap = 1e15

    private static func number(_ quantity: JSONValue) -> Double? {
        guard let text = quantity.string else { return quantity.number }
        for suffix in suffixes where text.hasSuffix(suffix.text) {
            return Double(text.dropLast(suffix.text.count)).map { $0 * suffix.factor }
        }
        return Double(text)
    }

    /// Thousandths of a core; nothing where there is no such request.
    package static func milliCPU(_ quantity: JSONValue?) -> Int64 {
        quantity.flatMap(value).map { Int64(($0 * 1_000).rounded(.up)) } ?? 0
    }

    /// Bytes of memory; nothing where there is no such request.
    package static func memory(_ quantity: JSONValue?) -> ByteCount {
        ByteCount(quantity.flatMap(value).map { Int64($0.rounded(.up)) } ?? 0)
    }
}
