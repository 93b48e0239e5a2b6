import DRSimUnits

/// What name servers tell those who ask for the address of a name: which share of them is told what.
struct DNSAnswer: Hashable, Sendable {
    /// The targets with their shares, which sum to the whole; empty where the name does not resolve.
    private(set) var portions: [Clientele.Portion] = []
    /// How long resolvers keep it.
    private(set) var ttl = Span.zero

    /// The answer for a name that does not resolve.
    init() {}

    /// The answer where everybody is told the same record.
    init(only record: DNSRecord) {
        ttl = record.ttl
        add(.all, to: record.values)
    }

    /// The answer of records that share a name by weight. Those without weight are told of only where all
    /// others have failed, and where all have failed, none has: some answer is better than no answer.
    init(weighing records: [DNSRecord], failed: [String]) {
        let sound = records.filter { $0.healthCheck == nil || !failed.contains($0.target) }
        let heavy = { (records: [DNSRecord]) in records.filter { $0.weight ?? 0 > 0 } }
        let choices = [heavy(sound), sound, heavy(records), records]
        guard let chosen = choices.first(where: { !$0.isEmpty }) else { return }
        let weights = chosen.map { max(Int64($0.weight ?? 0), heavy(chosen).isEmpty ? 1 : 0) }
        let total = weights.reduce(0, +)
        var left = Share.all
        for (index, record) in chosen.enumerated() {
            let share = Share(partsPerMillion: Share.all.partsPerMillion * weights[index] / total)
            let taken = index == chosen.count - 1 ? left : share
            left = left - taken
            add(taken, to: record.values)
        }
        ttl = chosen.map(\.ttl).max() ?? .zero
    }

    /// Name servers tell several values in an order of chance, and a client stays with the first.
    private mutating func add(_ share: Share, to targets: [String]) {
        let part = Share(partsPerMillion: share.partsPerMillion / Int64(targets.count))
        var left = share
        for target in targets.dropLast() {
            add(part, to: target)
            left = left - part
        }
        if let last = targets.last { add(left, to: last) }
    }

    private mutating func add(_ share: Share, to target: String) {
        if let index = portions.firstIndex(where: { $0.target == target }) {
            portions[index] = .init(target: target, share: portions[index].share + share)
        } else {
            portions.append(.init(target: target, share: share))
        }
    }

    /// The target most are told, the first of those; `nil` where the name does not resolve.
    var first: String? {
        portions.reduce(nil) { (best: Clientele.Portion?, portion) in
            best.map { $0.share >= portion.share ? $0 : portion } ?? portion
        }?.target
    }

    /// The targets, as a sentence has them.
    var words: String { portions.map(\.target).joined(separator: " and ") }

    /// Whether others are told the same; how long they may keep it is another matter.
    func leadsWhere(_ other: DNSAnswer) -> Bool { portions == other.portions }
}
