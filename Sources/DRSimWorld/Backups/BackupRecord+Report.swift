import DRSimControl
import DRSimPlan
import DRSimTrace
import DRSimUnits

extension BackupRecord {
    /// Takes over what a backup says of its parts.
    mutating func note(_ report: BackupReport) {
        switch report {
        case .partStarted(let name): parts.append(Part(name: name))
        case .warned(_, let text): change { $0.problem = text }
        case .partRetried(_, let failure): change { $0.problem = "tried again: \(failure)" }
        case .partFailed(_, let failure): change { $0.problem = "\(failure)" }
        case .partSaved(let artefact):
            change { part in
                part.address = "\(artefact.address)"
                (part.size, part.copyBucket) = (artefact.size, artefact.copyBucket)
                (part.content, part.isUsable) = (artefact.content.words, artefact.content.restoresSomething)
            }
        case .started, .completed, .failed: break
        }
    }

    private mutating func change(_ body: (inout Part) -> Void) {
        guard !parts.isEmpty else { return }
        body(&parts[parts.count - 1])
    }

    /// The record of another night on which everything went the same way.
    func renamed(_ newID: String, startedAt: Instant, endedAt: Instant) -> BackupRecord {
        var record = self
        (record.id, record.startedAt, record.endedAt) = (newID, startedAt, endedAt)
        for index in parts.indices {
            record.parts[index].address = parts[index].address?.replacing(id, with: newID)
        }
        return record
    }
}

extension BackupManager {
    /// What it came to: nobody knows it where no part failed but by what is not simulated.
    var result: BackupRecord.Result {
        if status == .completed { return .completed }
        return failures.allSatisfy(\.reason.isOfGap) ? .inconclusive : .failed
    }
}

extension BackupFailure {
    /// Whether the simulated shell failed, and not the real program: nothing else ends with this status.
    fileprivate var isOfGap: Bool {
        if case .exited(126, _) = self { true } else { false }
    }
}

extension BackupInspection {
    /// The look a plan has its verification take.
    init(_ policy: BackupPolicy) {
        self.init(
            method: policy.verification,
            hasTrueChecksum: policy.components.contains { $0.task == .manifest(.measured) })
    }
}

extension BackupInspection.Finding {
    /// What a look that found this comes to.
    var result: BackupRecord.Result {
        switch self {
        case .notLooked, .inconclusive: .unproven
        case .matches: .matches
        case .restored: .restored
        case .bad: .failed
        }
    }
}

extension BackupContent {
    /// What was really saved.
    var words: String {
        switch self {
        case .dump: "a dump of the database"
        case .configuration(let kinds):
            "objects of \(kinds.count) kinds and namespaces"
                + (exposesSecrets ? ", the secrets as they are among them" : "")
        case .snapshots(let names): "\(names.count) snapshots that stay in their region"
        case .volumeFiles(let names): "the files of \(names.count) volumes"
        case .secrets(.base64): "secrets, encoded and not encrypted"
        case .secrets(.managedKey): "secrets under a managed key"
        case .manifest(isMeasured: true): "a description of the parts"
        case .manifest(isMeasured: false): "a description with invented figures"
        case .nothing(.emptyArchive): "an archive without members"
        case .nothing(.neverUploaded): "nothing: it was never uploaded"
        case .nothing(.noSecrets): "an empty list of secrets"
        }
    }
}
