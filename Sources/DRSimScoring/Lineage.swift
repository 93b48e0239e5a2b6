import DRSimTrace

/// For each fact of a trace, the fact its chain of causes begins with.
struct Lineage {
    private let roots: [Int32]
    private let isFault: [Bool]

    /// Follows every chain once: causes come before what they cause.
    init(_ trace: Trace) {
        var roots: [Int32] = []
        roots.reserveCapacity(trace.facts.count)
        for (index, fact) in trace.facts.enumerated() {
            if let cause = fact.cause {
                precondition(cause.index < index, "fact \(index) is caused by fact \(cause.index)")
                roots.append(roots[Int(cause.index)])
            } else {
                roots.append(Int32(index))
            }
        }
        self.roots = roots
        isFault = trace.facts.map { $0.actor == .fault }
    }

    /// Whether a fault stands at the beginning of what led to this fact.
    func isOfDisaster(_ id: FactID?) -> Bool {
        guard let id else { return false }
        return isFault[Int(roots[Int(id.index)])]
    }
}
