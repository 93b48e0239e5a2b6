import DRSimPlan
import DRSimTrace
import DRSimUnits

/// What faults do to backups: each is noticed and mended on its own.
struct BackupAfflictions: Sendable {
    /// The faults that are on, in the order in which they struck.
    private(set) var all: [BackupAffliction] = []
    /// When each fault that has been on since before the trial is mended, where somebody was told by then.
    private let mendings: [BackupMending]
    private var count: Int32 = 0

    /// Afflictions of backups that had these repairs made or begun before the trial.
    init(after mendings: [BackupMending] = []) {
        self.mendings = mendings
    }

    /// Whether dumps' processes are killed.
    var isFailing: Bool { open.contains { $0.fault.name == .jobFailing } }
    /// Whether dumps are made that cannot be restored.
    var isCorrupting: Bool { open.contains { $0.fault.name == .silentlyCorrupt } }

    /// Whether base backups are made that no database starts from.
    var isCorruptingBase: Bool { open.contains { $0.fault.name == .baseSilentlyCorrupt } }
    /// Whether nothing is wrong.
    var isEmpty: Bool { open.isEmpty }

    private var open: [BackupAffliction] { all.filter { !$0.isMended } }

    /// When a fault is mended that was noticed before the trial.
    func mending(of fault: BackupFault) -> Instant? {
        mendings.first { $0.fault == fault }?.at
    }

    /// A fault strikes.
    ///
    /// - Returns: its number.
    mutating func begin(_ fault: BackupFault, place: Int, at now: Instant, cause: FactID?) -> Int32 {
        count += 1
        var affliction = BackupAffliction(number: count, place: place, fault: fault, cause: cause)
        if let mending = mending(of: fault) {
            (affliction.isNoticed, affliction.isMended) = (true, mending <= now)
        }
        all.append(affliction)
        return count
    }

    /// Only the faults at these places of the scenario are on still.
    mutating func keep(_ places: [Int]) {
        all.removeAll { !places.contains($0.place) }
    }

    /// The fact that made the first of those that are on, of a kind or of any, what it is.
    func cause(of name: BackupFault.Name?) -> FactID? {
        open.first { name == nil || $0.fault.name == name }?.cause
    }

    /// Those that are on, of a kind or of any, show by a fact.
    mutating func show(_ name: BackupFault.Name?, by fact: FactID?) {
        for index in all.indices where !all[index].isMended && (name == nil || all[index].fault.name == name)
        {
            all[index].cause = fact
        }
    }

    /// Whether nobody has noticed a fault that is on.
    func isUnnoticed(_ number: Int32) -> Bool { open.contains { $0.number == number && !$0.isNoticed } }

    /// Somebody notices those that are on, of a kind or of any.
    ///
    /// - Returns: the number of the last that nobody had noticed; `nil` if there is none.
    mutating func notice(_ name: BackupFault.Name?) -> Int32? {
        let new = all.indices.filter { index in
            !all[index].isMended && !all[index].isNoticed && (name == nil || all[index].fault.name == name)
        }
        for index in new { all[index].isNoticed = true }
        return new.last.map { all[$0].number }
    }

    /// What was noticed up to a number is mended.
    ///
    /// - Returns: whether there was anything to mend still.
    mutating func mend(upTo number: Int32) -> Bool {
        let noticed = all.indices.filter { index in
            all[index].number <= number && all[index].isNoticed && !all[index].isMended
        }
        for index in noticed { all[index].isMended = true }
        return !noticed.isEmpty
    }
}

/// A fault of backups that is on.
struct BackupAffliction: Sendable {
    /// Numbers the faults in the order in which they struck.
    let number: Int32
    /// Its place in the scenario.
    let place: Int
    let fault: BackupFault
    /// The fact that it struck, or that it showed last.
    var cause: FactID?
    /// Whether somebody is at it.
    var isNoticed = false
    /// Whether somebody has mended it: it is over until it strikes anew.
    var isMended = false
}

/// When a fault that has been on since before the trial is mended.
struct BackupMending: Sendable {
    let fault: BackupFault
    let at: Instant
}
