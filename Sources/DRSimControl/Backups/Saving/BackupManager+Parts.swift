import DRSimPlan
import DRSimUnits

extension BackupManager {
    /// Runs the part's next command, or stores what they brought.
    mutating func advance(_ directives: inout [BackupDirective]) {
        guard let progress else { return }
        switch progress.commands.first {
        case .look(let target): ask(.run(Command(argv: target.look)), &directives)
        case .dump(let argv), .export(let argv, _), .secrets(let argv):
            ask(.run(Command(argv: argv)), &directives)
        case .snapshot(let command, _): ask(.run(command), &directives)
        case .archive: ask(.run(Command(argv: archiveCommand(progress))), &directives)
        case nil: store(&directives)
        }
    }

    /// What came of a command, of the upload or of the copy.
    mutating func take(_ outcome: BackupOutcome, _ directives: inout [BackupDirective]) {
        progress?.awaited = nil
        switch progress?.stage {
        case .saving:
            guard let command = progress?.commands.popFirst() else { return }
            if let failure = judge(outcome, of: command, &directives) {
                fail(failure, &directives)
            } else {
                advance(&directives)
            }
        case .uploading, .copying:
            if outcome.status == 0 {
                afterStoring(&directives)
            } else {
                fail(.exited(status: outcome.status, errors: outcome.errors), &directives)
            }
        case nil: break
        }
    }

    /// Takes over what a command printed; the failure if the part cannot go on.
    private mutating func judge(
        _ outcome: BackupOutcome, of command: PartCommand, _ directives: inout [BackupDirective]
    ) -> BackupFailure? {
        let failure = outcome.status == 0 ? nil : BackupFailure(outcome)
        guard let component = progress?.component else { return failure }
        switch (command, component.task) {
        case (.look(let target), _):
            if failure == nil, outcome.output.contains(target.sign) { progress?.turn(to: target) }
            return nil
        case (.dump, .dump(let dump)):
            if dump.readsText, case .bytes = outcome.output { return .notText }
            set(.dump, outcome.output.size)
        case (.export(_, let kind), _):
            guard failure == nil else { return nil }
            let path = "/tmp/\(kind.namespace)_\(kind.kind).yaml"
            progress?.files.append(.init(path: path, content: kind, size: outcome.output.size))
            return nil
        case (.archive, .configuration(let export)):
            pack()
            return export.checksArchive ? failure : nil
        case (.snapshot(_, let name), .volumes(let volumes)):
            guard let failure else {
                addSnapshot(name)
                return nil
            }
            if volumes.checksSnapshots { return failure }
            let warning = "Snapshot creation failed for \(name): \(outcome.errors)"
            directives.append(.report(.warned(part: component.name, warning)))
            return nil
        case (.secrets, .secrets(let secrets)):
            let isEmpty = outcome.output.contains("items: []")
            set(
                isEmpty ? .nothing(.noSecrets) : .secrets(secrets.encryption),
                secrets.encryption.size(of: outcome.output.size))
        default: break
        }
        return failure
    }

    private mutating func set(_ content: BackupContent, _ size: ByteCount) {
        progress?.content = content
        progress?.size = size
    }

    private mutating func addSnapshot(_ name: String) {
        guard case .snapshots(let names) = progress?.content ?? .snapshots([]) else { return }
        progress?.content = .snapshots(names + [name])
    }
}

extension BackupManager {
    /// The members `tar` finds: no shell expands a star, so only words that are names of files count.
    private mutating func pack() {
        guard let progress else { return }
        let words = archiveCommand(progress)
        let members = progress.files.filter { words.contains($0.path) }
        guard !members.isEmpty else { return set(.nothing(.emptyArchive), Self.emptyArchiveSize) }
        let size = members.reduce(ByteCount.zero) { $0 + $1.size }
        set(.configuration(members.map(\.content)), ByteCount(size.bytes / archiveRatio(progress)))
    }

    private func archiveRatio(_ progress: PartProgress) -> Int64 {
        guard case .configuration(let export) = progress.component.task else { return 1 }
        return Int64(export.archiveRatio)
    }

    private func archiveCommand(_ progress: PartProgress) -> [String] {
        guard case .configuration(let export) = progress.component.task else { return [] }
        return export.archive.flatMap { word in
            word == "{files}" ? progress.files.map(\.path) : [progress.text.filled(word)]
        }
    }

    /// What GNU tar writes when it finds no member (F34).
    private static let emptyArchiveSize = ByteCount(45)
}

extension BackupManager {
    /// Uploads what the commands brought; nothing where the code only returns an address (F31).
    private mutating func store(_ directives: inout [BackupDirective]) {
        guard let progress else { return }
        switch progress.component.task {
        case .volumes(let volumes):
            guard case .snapshots(let names) = progress.content ?? .snapshots([]) else { return }
            switch volumes.yield {
            case .phantom: set(.nothing(.neverUploaded), .zero)
            case .snapshots: set(.snapshots(names), .zero)
            case .export: set(.volumeFiles(names), .zero)
            }
            if volumes.yield != .export { return save(artefact(isCopied: false), &directives) }
        case .manifest(let figures):
            let text = manifestText(figures)
            set(.manifest(isMeasured: figures == .measured), ByteCount(Int64(text.utf8.count)))
        case .dump, .configuration, .secrets: break
        }
        self.progress?.stage = .uploading
        let artefact = artefact(isCopied: false)
        let options = progress.component.uploadOptions + (progress.target?.uploadOptions ?? [])
        ask(
            .upload(
                file: progress.path, artefact.content, size: artefact.size, to: artefact.address,
                options: options.map(progress.text.filled)), &directives)
    }

    /// After the upload comes the copy, where the plan makes one by a call of its own (F33).
    private mutating func afterStoring(_ directives: inout [BackupDirective]) {
        guard let progress else { return }
        let artefact = artefact(isCopied: progress.component.isCopied)
        let copies = artefact.copyBucket != nil && policy.copying == .call
        guard copies, progress.stage == .uploading else { return save(artefact, &directives) }
        self.progress?.stage = .copying
        let target = BackupAddress(bucket: policy.recoveryBucket, key: artefact.address.key)
        ask(.copy(artefact.address, to: target), &directives)
    }

    /// What was uploaded when the copy failed; `nil` at any other stage.
    var strandedArtefact: BackupArtefact? {
        progress?.stage == .copying ? artefact(isCopied: false) : nil
    }

    private func artefact(isCopied: Bool) -> BackupArtefact {
        let key = progress.map { $0.text.filled($0.component.key) } ?? ""
        // What goes to a bucket of its own is copied by nobody from there.
        let ownBucket = progress?.target?.bucket
        return BackupArtefact(
            part: progress?.component.name ?? "",
            address: BackupAddress(bucket: ownBucket ?? policy.bucket, key: key),
            content: progress?.content ?? .nothing(.neverUploaded), size: progress?.size ?? .zero,
            copyBucket: isCopied && ownBucket == nil ? policy.recoveryBucket : nil,
            isElsewhere: progress?.target != nil)
    }
}

extension BackupFailure {
    fileprivate init(_ outcome: BackupOutcome) {
        self = .exited(status: outcome.status, errors: outcome.errors)
    }
}

extension BackupComponent.Secrets.Encryption {
    /// How large a text becomes.
    fileprivate func size(of text: ByteCount) -> ByteCount {
        switch self {
        case .base64: ByteCount((text.bytes + 2) / 3 * 4)
        case .managedKey: text
        }
    }
}
