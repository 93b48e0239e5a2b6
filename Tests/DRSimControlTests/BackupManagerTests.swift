import DRSimControl
import DRSimPlan
import DRSimUnits
import Testing

struct BackupManagerTests {
    @Test func `as written the first part raises, and none of the others is begun`() {
        let run = BackupRun(.document())
        #expect(run.manager.status == .failed)
        #expect(run.commands == [BackupRun.dump])
        #expect(
            run.reports == [
                .started(id: "backup_20260104_020000"), .partStarted("database"),
                .partFailed("database", .notText), .failed(id: "backup_20260104_020000", parts: ["database"]),
            ])
        #expect("\(BackupFailure.notText)".contains("can't decode byte 0x8b in position 1"))
    }

    @Test func `a dump that is refused prints nothing, so what fails is its exit status`() {
        let refusal = BackupOutcome(status: 1, errors: "fe_sendauth: no password supplied")
        let run = BackupRun(.document()) { $0.argv.contains("pg_dump") ? refusal : nil }
        let reason = BackupFailure.exited(status: 1, errors: "fe_sendauth: no password supplied")
        #expect(run.manager.failures == [.init(part: "database", reason: reason)])
    }

    @Test func `with bytes kept as they are the dump is uploaded and copied, and the parts follow`() {
        let run = BackupRun(
            .document { $0.components[0].task = .dump(.init(argv: ["dump"], readsText: false)) })
        #expect(run.manager.status == .completed)
        #expect(
            run.commands.prefix(3) == [
                "dump",
                "aws s3 cp /tmp/backup_20260104_020000_database.gz s3://here/database/"
                    + "backup_20260104_020000_database.gz",
                "aws s3api copy-object --copy-source here/database/backup_20260104_020000_database.gz "
                    + "--bucket there --key database/backup_20260104_020000_database.gz",
            ])
        #expect(run.manager.artefacts.map(\.part) == ["database", "objects", "files", "secrets", "manifest"])
        #expect(run.manager.artefacts.map(\.copyBucket) == ["there", nil, nil, nil, nil])
    }

    @Test(arguments: [nil, "east", "west"] as [String?])
    func `dumps the first database a look finds to take writes, and else the usual one`(writing: String?) {
        let policy = BackupPolicy.saving { policy in
            policy.components[0].targets = ["east", "west"].map {
                .init(look: ["look", $0], sign: " f", argv: ["\($0)-dump"], bucket: $0 == "east" ? $0 : nil)
            }
        }
        let run = BackupRun(policy) { command in
            guard command.argv.first == "look" else { return nil }
            // What does not answer is not looked at twice.
            guard let writing else { return BackupOutcome(status: 1, output: .text(" f"), errors: "refused") }
            return BackupOutcome(output: .text(command.argv[1] == writing ? " f\n" : " t\n"))
        }
        let looks = writing == "east" ? ["look east"] : ["look east", "look west"]
        let dump = writing.map { "\($0)-dump" } ?? BackupRun.dump
        #expect(Array(run.commands.prefix(looks.count + 1)) == looks + [dump])
        #expect(run.manager.artefacts[0].address.bucket == (writing == "east" ? "east" : "here"))
        #expect(run.manager.artefacts[0].copyBucket == (writing == "east" ? nil : "there"))
        #expect(run.manager.status == .completed)
    }

    @Test
    func `each part follows production by a command of its own, and is no copy of what was left`() {
        let policy = BackupPolicy.saving { policy in
            for index in policy.components.indices {
                let isManifest = index == policy.components.count - 1
                policy.components[index].targets = [
                    .init(
                        look: ["look"], sign: " f", argv: isManifest ? nil : ["east", "{kind}"],
                        bucket: "east",
                        uploadOptions: ["--region", "east"])
                ]
            }
        }
        for isThere in [true, false] {
            let run = BackupRun(policy) { command in
                command.argv == ["look"] ? BackupOutcome(output: .text(isThere ? " f" : " t")) : nil
            }
            let commands = run.commands
            #expect(commands.count { $0 == "look" } == 5)
            #expect(commands.contains("east services") == isThere)
            #expect(commands.contains("east {kind}") == isThere)
            #expect(commands.contains { $0.hasPrefix("kubectl get services") } != isThere)
            #expect(run.manager.artefacts.allSatisfy { $0.isElsewhere == isThere })
            let buckets = Set(run.manager.artefacts.map(\.address.bucket))
            #expect(buckets == [isThere ? "east" : "here"])
            #expect(
                commands.contains { $0.hasPrefix("aws s3 cp") && $0.hasSuffix("--region east") } == isThere)
        }
    }

    @Test func `as written four of five parts restore nothing or tell their secrets`() {
        let run = BackupRun(.saving())
        let contents = run.manager.artefacts.map(\.content)
        #expect(
            contents == [
                .dump, .nothing(.emptyArchive), .nothing(.neverUploaded), .secrets(.base64),
                .manifest(isMeasured: false),
            ])
        #expect(contents.map(\.restoresSomething) == [true, false, false, true, false])
        #expect(contents.map(\.exposesSecrets) == [false, false, false, true, false])
        #expect(run.manager.artefacts[1].size == ByteCount(45))
        #expect(run.reports.contains { if case .warned("files", _) = $0 { true } else { false } })
    }

    @Test func `a list without a secret restores none`() {
        let run = BackupRun(.saving()) { command in
            command.argv.prefix(3) == ["kubectl", "get", "secrets"]
                ? BackupOutcome(output: .text("apiVersion: v1\nitems: []\nkind: List\n")) : nil
        }
        let contents = run.manager.artefacts.map(\.content)
        #expect(contents[3] == .nothing(.noSecrets) && !contents[3].restoresSomething)
    }

    @Test func `packing the files by name saves what could be read, the secrets in plain text with it`() {
        let run = BackupRun(.saving { $0.archive("tar", "{files}") }) { command in
            command.argv.contains("web") && command.argv.contains("services")
                ? BackupOutcome(status: 1, errors: "refused") : nil
        }
        #expect(
            run.manager.artefacts[1].content
                == .configuration([
                    .init(namespace: "shop", kind: "services"), .init(namespace: "shop", kind: "secrets"),
                    .init(namespace: "web", kind: "secrets"),
                ]))
        #expect(run.manager.artefacts[1].content.exposesSecrets)
        #expect(
            run.commands.contains("tar /tmp/shop_services.yaml /tmp/shop_secrets.yaml /tmp/web_secrets.yaml"))
    }

    @Test func `leaving the secrets out leaves them out`() {
        let run = BackupRun(.saving { $0.archive("tar", "{files}", omitsSecrets: true) })
        #expect(!run.manager.artefacts[1].content.exposesSecrets)
        #expect(run.manager.artefacts[1].content.restoresSomething)
    }

    @Test func `snapshots with legal names are kept where they are taken`() {
        let run = BackupRun(.saving { $0.volumes(name: "{volume}-{label}", .snapshots) })
        #expect(run.manager.artefacts[2].content == .snapshots(["uploads", "logs"]))
        #expect(run.manager.artefacts[2].content.isRegional)
        #expect(
            run.inputs == [
                #"{"name":"uploads-backup-20260104-020000"}"#, #"{"name":"logs-backup-20260104-020000"}"#,
            ])
    }

    @Test func `a copy that is too large for one request fails a backup whose upload is done`() {
        let tooLarge = BackupOutcome(status: 254, errors: "larger than the maximum allowable size")
        let run = BackupRun(.saving()) { $0.argv.contains("copy-object") ? tooLarge : nil }
        #expect(run.manager.failures.map(\.part) == ["database"])
        #expect(run.commands.count == 3)
        #expect(run.manager.artefacts.map(\.content) == [.dump])
        #expect(run.manager.artefacts.map(\.copyBucket) == [nil])
        let replicated = BackupRun(.saving { $0.copying = .replication }) {
            $0.argv.contains("copy-object") ? tooLarge : nil
        }
        #expect(replicated.manager.status == .completed)
        #expect(replicated.manager.artefacts[0].copyBucket == "there")
    }

    @Test func `going on after a failure saves the other parts, and the backup has failed even so`() {
        let run = BackupRun(.document { $0.onError = .proceed })
        #expect(run.manager.status == .failed)
        #expect(run.manager.artefacts.map(\.part) == ["objects", "files", "secrets", "manifest"])
    }

    @Test func `a part is tried again as often as the plan says`() {
        var failures = 2
        let run = BackupRun(.saving { $0.schedule.retries = 2 }) { command in
            guard command.argv.contains("pg_dump"), failures > 0 else { return nil }
            failures -= 1
            return BackupOutcome(status: 1, errors: "connection refused")
        }
        #expect(run.manager.status == .completed)
        #expect(run.reports.count { if case .partRetried("database", _) = $0 { true } else { false } } == 2)
    }

    @Test func `an answer nobody waits for changes nothing`() {
        var manager = BackupManager(policy: .document(), at: BackupRun.moment)
        _ = manager.start()
        let waiting = manager
        #expect(manager.handle(BackupOutcome(), for: Token(7)) == [])
        #expect(manager == waiting)
    }

    @Test func `the manifest repeats invented figures or counts`() {
        #expect(BackupRun(.saving()).manifest?.contains("\"checksum\": \"sha256:abc\"") == true)
        let counted = BackupRun(.saving { $0.components[4].task = .manifest(.measured) }).manifest
        #expect(counted?.contains("\"database_size_bytes\": 7000000000") == true)
        #expect(counted?.contains("abc") == false)
    }
}

struct BackupInspectionTests {
    @Test(arguments: [
        (
            BackupPolicy.VerificationMethod.nothing, true,
            [BackupInspection.Finding].init(repeating: .notLooked, count: 3)
        ),
        (.checksum, true, [.matches, .matches, .bad]),
        (.checksum, false, [.inconclusive, .inconclusive, .bad]),
        (.testRestore, false, [.restored, .bad, .bad]),
    ])
    func `only a restore finds what was bad from the beginning`(
        method: BackupPolicy.VerificationMethod, hasTrueChecksum: Bool, findings: [BackupInspection.Finding]
    ) {
        let inspection = BackupInspection(method: method, hasTrueChecksum: hasTrueChecksum)
        let copies: [BackupInspection.Copy] = [.sound, .badWhenMade, .missing]
        #expect(copies.map(inspection.finding) == findings)
    }
}
