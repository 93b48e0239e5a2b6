package import DRSimUnits

/// Everything that is known of a trial afterwards: the facts in order, how many users each service
/// served, and the ledger of the databases.
package struct Trace: Hashable, Sendable {
    /// The moment instant 0 stands for.
    package var start: CalendarTime
    /// The end of the trial.
    package var horizon: Instant
    /// The facts; a fact's id is its index.
    package var facts: [Fact] = []
    /// The share of users served, by service, in the order in which the segments began.
    package var served: [ServedSegment] = []
    /// Whether what was written reached another region, in the order in which the segments began.
    package var protection: [ProtectionSegment] = []
    /// What was written and what became of it.
    package var ledger = Ledger()
    /// The backups and verifications of the trial and of the time before it, in the order in which they
    /// were started.
    package var backups: [BackupRecord] = []
    /// What is left of the stores beside the database, in the order of the plan.
    package var keepings: [StoreKeeping] = []

    /// Creates an empty trace.
    package init(start: CalendarTime, horizon: Instant) {
        (self.start, self.horizon) = (start, horizon)
    }

    /// The fact with this id.
    package subscript(id: FactID) -> Fact { facts[Int(id.index)] }

    /// Appends a fact and returns its id.
    package mutating func append(_ fact: Fact) -> FactID {
        facts.append(fact)
        return FactID(facts.count - 1)
    }

    /// The chain of facts that led to this one, this one last, a fault first.
    package func causes(of id: FactID) -> [FactID] {
        var chain = [id]
        while let cause = self[chain[chain.count - 1]].cause {
            precondition(cause < chain[chain.count - 1], "fact \(id.index) is caused by a later one")
            chain.append(cause)
        }
        return chain.reversed()
    }
}
