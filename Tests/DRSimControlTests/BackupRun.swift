import DRSimControl
import DRSimPlan
import DRSimUnits

/// Carries a backup out against answers that are given; everything else succeeds.
struct BackupRun {
    static let moment = CalendarTime(year: 2026, month: 1, day: 4, hour: 2)
    static let dump = "kubectl exec -n shop db-1 -- pg_dump --compress=9"

    private(set) var manager: BackupManager
    private(set) var commands: [String] = []
    private(set) var inputs: [String] = []
    private(set) var reports: [BackupReport] = []

    init(_ policy: BackupPolicy, answering answer: (Command) -> BackupOutcome? = { _ in nil }) {
        manager = BackupManager(policy: policy, at: Self.moment)
        var directives = manager.start()[...]
        while let directive = directives.popFirst() {
            switch directive {
            case .report(let report): reports.append(report)
            case .perform(let token, let action, _):
                let command = action.command
                commands.append(command.argv.joined(separator: " "))
                inputs += [command.input].compactMap(\.self)
                let outcome = answer(command) ?? Self.answer(to: command)
                directives += manager.handle(outcome, for: token)
            }
        }
    }

    /// The manifest's text: the last that was written.
    var manifest: String? {
        guard case .manifest(let figures) = manager.policy.components.last?.task else { return nil }
        return manager.manifestText(figures)
    }

    /// A dump is bytes, a name with an underscore is refused, and a star is no file.
    private static func answer(to command: Command) -> BackupOutcome {
        if command.argv.contains(where: { $0.hasSuffix("dump") }) {
            return BackupOutcome(output: .bytes(ByteCount(7_000_000_000)))
        }
        if command.input?.contains("_") == true {
            return BackupOutcome(status: 1, errors: "is invalid: metadata.name: Invalid value")
        }
        if command.argv.contains("/tmp/*.yaml") {
            return BackupOutcome(
                status: 2, errors: "tar: /tmp/*.yaml: Cannot stat: No such file or directory")
        }
        return BackupOutcome(output: .text("items:\n- kind: Secret\n"))
    }
}

extension BackupPolicy {
    /// A small plan's backups with all the document's defects, changed as told.
    static func document(_ change: (inout BackupPolicy) -> Void = { _ in }) -> BackupPolicy {
        var policy = BackupPolicy(
            schedule: BackupSchedule(
                dailyAt: .hours(2), verificationWeekday: 6, verificationHour: 3, pollInterval: .minutes(1),
                errorInterval: .minutes(5), reading: .poll),
            location: .primary, onError: .stop,
            components: [
                part(
                    "database",
                    .dump(
                        .init(argv: BackupRun.dump.split(separator: " ").map(String.init), readsText: true)),
                    isCopied: true),
                part(
                    "objects",
                    .configuration(
                        .init(
                            argv: ["kubectl", "get", "{kind}", "-n", "{namespace}"],
                            namespaces: ["shop", "web"],
                            kinds: ["services", "secrets"],
                            archive: ["tar", "-czf", "/tmp/{file}", "/tmp/*.yaml"],
                            checksArchive: false, omitsSecrets: false))),
                part(
                    "files",
                    .volumes(
                        .init(
                            argv: ["kubectl", "create", "-f", "-"], names: ["uploads", "logs"],
                            manifest: #"{"name":"{volume}-{id}"}"#, checksSnapshots: false,
                            yield: .phantom))),
                part("secrets", .secrets(.init(argv: ["kubectl", "get", "secrets"], encryption: .base64))),
                part(
                    "manifest",
                    .manifest(
                        .mocked(
                            databaseSize: ByteCount(1), resources: 150, checksum: "sha256:abc"))),
            ],
            copying: .call, verification: .nothing, retention: [.init(period: .daily, count: 30)],
            appliesRetention: false, bucket: "here", recoveryBucket: "there")
        change(&policy)
        return policy
    }

    /// The same with the dump's bytes kept as they are.
    static func saving(_ change: (inout BackupPolicy) -> Void = { _ in }) -> BackupPolicy {
        document { policy in
            if case .dump(var dump) = policy.components[0].task {
                dump.readsText = false
                policy.components[0].task = .dump(dump)
            }
            change(&policy)
        }
    }

    private static func part(
        _ name: String, _ task: BackupComponent.Task, isCopied: Bool = false
    ) -> BackupComponent {
        BackupComponent(
            name: name, task: task, file: "{id}_\(name).gz", key: "\(name)/{file}", isCopied: isCopied,
            source: "test")
    }

    /// Packs with another command.
    mutating func archive(_ words: String..., omitsSecrets: Bool = false) {
        guard case .configuration(var export) = components[1].task else { return }
        (export.archive, export.omitsSecrets) = (words, omitsSecrets)
        components[1].task = .configuration(export)
    }

    /// Names snapshots otherwise and keeps them otherwise.
    mutating func volumes(name: String, _ yield: BackupComponent.Volumes.Yield) {
        guard case .volumes(var volumes) = components[2].task else { return }
        (volumes.manifest, volumes.yield) = (#"{"name":"\#(name)"}"#, yield)
        components[2].task = .volumes(volumes)
    }
}
