import DRSimTrace

/// For each fact of a trace, the fact its chain of causes begins with.
struct Lineage {
    private let roots: [Int32]
    private let faults: [Fact?]

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
        faults = trace.facts.map { $0.actor == .fault ? $0 : nil }
    }

    /// The fault that stands at the beginning of what led to a fact; `nil` if none does.
    func fault(of id: FactID) -> Fact? { faults[Int(roots[Int(id.index)])] }

    /// Whether a fault stands at the beginning of what led to this fact.
    func isOfDisaster(_ id: FactID?) -> Bool {
        id.map { fault(of: $0) != nil } ?? false
    }
}
