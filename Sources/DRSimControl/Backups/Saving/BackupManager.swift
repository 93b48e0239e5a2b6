package import DRSimPlan
package import DRSimUnits

/// The plan's full backup: five parts, one after the other, each by asking a shell to act and being told
/// what came of it (L277-506).
///
/// ```
///  ready ── start ──▶ running ── every part saved ─────────────────────▶ completed
///                       ├─ a part failed, and the plan stops there ────▶ failed
///                       └─ parts failed, and the others were saved ────▶ failed
/// ```
/// What is saved is told by what was asked for and what was answered, not by what the code claims: each
/// part's artefact says what it really contains. Answers with another token than the one waited for are
/// ignored, as is every answer once the backup has ended.
package struct BackupManager: Hashable, Sendable {
    /// How backups are made.
    package let policy: BackupPolicy
    /// The backup's name.
    package let id: String
    /// When it began.
    package let moment: CalendarTime
    /// How far it is.
    package internal(set) var status = Status.ready
    /// What the parts that are done saved.
    package internal(set) var artefacts: [BackupArtefact] = []
    /// The parts that failed for good.
    package internal(set) var failures: [Failure] = []
    var progress: PartProgress?
    var nextToken: Token

    /// How far a backup is.
    package enum Status: Hashable, Sendable {
        case ready, running, completed, failed
    }

    /// A part that failed for good, and why.
    package struct Failure: Hashable, Sendable {
        /// The part.
        package var part: String
        /// Why.
        package var reason: BackupFailure

        /// Creates a failure.
        package init(part: String, reason: BackupFailure) {
            (self.part, self.reason) = (part, reason)
        }
    }

    /// Creates a backup that begins at a moment.
    package init(policy: BackupPolicy, at moment: CalendarTime, firstToken: Token = .first) {
        (self.policy, self.moment, id, nextToken) = (policy, moment, moment.backupID, firstToken)
    }

    /// Begins with the first part; to be called once.
    package mutating func start() -> [BackupDirective] {
        precondition(status == .ready, "\(id) started again when it was \(status)")
        status = .running
        var directives: [BackupDirective] = [.report(.started(id: id))]
        begin(part: 0, attempt: 1, &directives)
        return directives
    }

    /// Takes in what came of what it asked for, and says what to do next.
    package mutating func handle(_ outcome: BackupOutcome, for token: Token) -> [BackupDirective] {
        guard let progress, progress.awaited == token else { return [] }
        var directives: [BackupDirective] = []
        take(outcome, &directives)
        return directives
    }
}

extension BackupManager {
    /// Begins a part; behind the last one the backup is done.
    mutating func begin(part index: Int, attempt: Int, _ directives: inout [BackupDirective]) {
        guard index < policy.components.count else {
            end(&directives)
            return
        }
        let component = policy.components[index]
        let text = BackupText(id: id, file: component.file)
        progress = PartProgress(index: index, attempt: attempt, text: text, component: component)
        if attempt == 1 { directives.append(.report(.partStarted(component.name))) }
        advance(&directives)
    }

    /// The part is done: its artefact is kept and the next part begins.
    mutating func save(_ artefact: BackupArtefact, _ directives: inout [BackupDirective]) {
        guard let progress else { return }
        artefacts.append(artefact)
        directives.append(.report(.partSaved(artefact)))
        begin(part: progress.index + 1, attempt: 1, &directives)
    }

    /// The part failed: it is tried again, given up, or ends the backup.
    mutating func fail(_ reason: BackupFailure, _ directives: inout [BackupDirective]) {
        guard let progress else { return }
        let part = progress.component.name
        if progress.attempt <= policy.schedule.retries {
            directives.append(.report(.partRetried(part, reason)))
            begin(part: progress.index, attempt: progress.attempt + 1, &directives)
            return
        }
        // What was uploaded stays where it is, though the code that wanted it copied has raised.
        if let stranded = strandedArtefact { artefacts.append(stranded) }
        failures.append(Failure(part: part, reason: reason))
        directives.append(.report(.partFailed(part, reason)))
        switch policy.onError {
        case .stop: end(&directives)
        case .proceed: begin(part: progress.index + 1, attempt: 1, &directives)
        }
    }

    /// Asks for something and waits for what comes of it.
    mutating func ask(_ action: BackupAction, _ directives: inout [BackupDirective]) {
        guard let part = progress?.component.name else { return }
        progress?.awaited = nextToken
        directives.append(.perform(nextToken, action, part: part))
        nextToken = nextToken.next
    }

    private mutating func end(_ directives: inout [BackupDirective]) {
        progress = nil
        status = failures.isEmpty ? .completed : .failed
        directives.append(
            .report(failures.isEmpty ? .completed(id: id) : .failed(id: id, parts: failures.map(\.part))))
    }
}
