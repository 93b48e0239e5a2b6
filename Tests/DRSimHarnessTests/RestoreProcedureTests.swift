import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import DRSimWorld
import Testing

/// Procedures that restore, as people carry them out: at each level as far as its plan goes.
@Suite struct RestoreProcedureTests {
    private static func damaged(
        _ overlay: String, _ kind: DataDamage.Kind, _ incidentClass: IncidentClassID, share: Int64 = 60
    ) throws -> Staged {
        var staged = try Staged(overlay)
        (staged.horizon, staged.incidentClass) = (.hours(24), incidentClass)
        staged.strike(
            .database(.damage(.init(kind, share: .percent(share)), context: "prod-cluster")), at: .minutes(30)
        )
        return staged
    }

    private static func score(_ staged: Staged, _ trace: Trace) throws -> StoreScore {
        let score = Scorer.score(trace: trace, plan: staged.plan, scenario: staged.scenario)
        return try #require(score.store("database"))
    }

    @Test(arguments: [
        ("corruption_detected", ["isolate_corruption", "restore_clean_backup"]),
        ("security_breach", ["isolate_systems", "forensic_backup", "clean_restore"]),
        ("level_2_region_outage", ["restore_from_backup"]),
    ])
    func `below l3 a procedure of which there is only the name raises at its call`(
        incidentClass: String, names: [String]
    ) throws {
        let staged = try Self.damaged("l1-probed", .corruption, IncidentClassID(incidentClass))
        let trace = staged.run().trace
        for name in names {
            let failure = try #require(trace.all(.procedureFailed, of: name).first, "\(name)")
            #expect(failure.text.hasSuffix("\(name) is not defined"))
        }
        #expect(trace.all(.databaseRestored) == [])
    }

    @Test func `as written the point in time ends at a file nobody wrote`() throws {
        let trace = try Self.damaged("l2-stubbed", .deletion, "accidental_deletion").run().trace
        let failure = try #require(trace.all(.procedureFailed, of: "point_in_time_recovery").first)
        #expect(failure.text.contains("point-in-time-recovery.yaml\" does not exist"))
        #expect(trace.all(.databaseRestored) == [])
    }

    @Test func `with every name made right each command of the playbook does what it is for`() throws {
        let staged = try Self.damaged("l3-named", .deletion, "accidental_deletion")
        let trace = staged.run().trace
        for step in [
            "list_log", "create_namespace", "create_cluster", "restore", "validate", "switch_applications",
            "restart_applications",
        ] {
            #expect(trace.all(.stepSucceeded, of: "playbook/\(step)").count == 1, "\(step)")
        }
        let begun = try #require(trace.first(.procedureStarted, of: "point_in_time_recovery"))
        #expect(begun >= .minutes(90))
        let score = try Self.score(staged, trace)
        #expect(score.rpa == .zero && score.splitBrain.bytes > .zero)
    }

    @Test(arguments: [DataDamage.Kind.corruption, .deletion, .migration])
    func `the mended plan recovers to the last moment before, on one side, and protects it again`(
        kind: DataDamage.Kind
    ) throws {
        let incidentClass: IncidentClassID = kind == .deletion ? "accidental_deletion" : "corruption_detected"
        let staged = try Self.damaged(
            "l4-remediated", kind, incidentClass, share: kind == .migration ? 100 : 60)
        let trace = staged.run().trace
        let fenced = try #require(trace.first(.databaseFenced, of: "postgres-primary"))
        let restored = try #require(trace.first(.databaseRestored, of: "postgres-recovery"))
        #expect(restored < fenced)
        let score = try Self.score(staged, trace)
        #expect(score.rpa == .zero && score.splitBrain.bytes == .zero)
        #expect(trace.served("core_erp_api", at: .hours(6)) == .all)
        #expect(try #require(trace.first(.protectionRestored)) > restored)
        #expect(trace.all(.procedureStarted).filter { $0.entity.contains("recover") }.count <= 1)
    }

    @Test func `whoever has declared something else does not consent to a region failover`() throws {
        let trace = try Self.damaged("l4-remediated", .migration, "corruption_detected", share: 100).run()
            .trace
        let declared = try #require(trace.first(.decisionMade))
        let answers = trace.all(.approvalGranted) + trace.all(.approvalRefused)
        #expect(!answers.isEmpty)
        for answer in answers {
            #expect((answer.kind == .approvalGranted) == (answer.at - .start < declared))
        }
        #expect(trace.all(.databasePromoted, of: "postgres-dr-replica") == [])
    }

    @Test func `systems are isolated, kept as they are, and started again`() throws {
        let staged = try Self.damaged("l4-remediated", .corruption, "security_breach")
        var world = staged.rehearsal.world(seed: 1)
        world.run()
        let begun = world.trace.all(.procedureStarted).map(\.entity)
        #expect(begun.starts(with: ["isolate_systems", "forensic_backup", "clean_restore"]))
        for step in ["keep_database", "keep_uploads", "keep_reports", "keep_logs"] {
            #expect(world.trace.all(.stepSucceeded, of: step).count == 1, "\(step)")
        }
        #expect(world.trace.served("documentation", at: .hours(20)) == .all)
        let words = ["kubectl", "get", "deployments", "-n", "production"]
        let deployments = world.execute(words, input: nil).output.split(separator: "\n").dropFirst()
        #expect(deployments.count == 17)
        #expect(deployments.filter { $0.contains(" 0/0 ") } == [])
    }
}
