import DRSimFiles
import DRSimHarness
import DRSimPlan
import DRSimScoring
import OrderedCollections
import Testing

/// What scenarios promise: something of every fault they have, of every level, and of every kind of fault.
@Suite struct ContractTests {
    @Test(arguments: RepositoryFiles.scenarioPaths)
    func `no contract holds with one of its faults taken away`(path: String) throws {
        let scenario = try RepositoryFiles.scenario(path).scenario
        for fault in scenario.faults {
            var without = scenario
            without.faults.removeAll { $0.id == fault.id }
            // That it strikes nothing says nothing of what it does.
            without.expectations = without.expectations.mapValues { lines in
                lines.filter { $0.subject != .neverStrikes(fault.id) }
            }
            #expect(try Self.isBroken(without), "\(path) holds without \(fault.id)")
        }
    }

    @Test func `there is a scenario for each kind of fault`() throws {
        let shown = try RepositoryFiles.scenarioPaths.flatMap { path in
            try RepositoryFiles.scenario(path).scenario.faults.map(\.kind.name)
        }
        #expect(Self.kinds.filter { !shown.contains($0) } == [])
    }

    @Test(arguments: documented)
    func `each scenario of the audit expects something of every level`(path: String) throws {
        let scenario = try RepositoryFiles.scenario("scenarios/disasters/\(path).yaml").scenario
        let levels = ["l0-literal", "l1-probed", "l2-stubbed", "l3-named", "l4-remediated"]
        #expect(levels.filter { scenario.expectations[$0] == nil } == [])
    }

    /// Whether a line of the contract is broken at any level.
    private static func isBroken(_ scenario: Scenario) throws -> Bool {
        for (overlay, lines) in scenario.expectations {
            let plan = try RepositoryFiles.plan(overlay == Scenario.asWritten ? nil : overlay)
            let score = Rehearsal(plan: plan, scenario: scenario).run(seed: scenario.seed).score
            if ExpectationEvaluator.evaluate(lines, score).contains(where: { !$0.held }) { return true }
        }
        return false
    }

    private static let kinds =
        SiteFault.Name.allCases.map(\.rawValue) + DatabaseFault.Name.allCases.map(\.rawValue)
        + PlatformFault.Name.allCases.map(\.rawValue) + ApplicationFault.Name.allCases.map(\.rawValue)
        + ProviderFault.Name.allCases.map(\.rawValue) + MonitoringFault.Name.allCases.map(\.rawValue)
        + ControlFault.Name.allCases.map(\.rawValue) + PeopleFault.Name.allCases.map(\.rawValue)
        + SecurityFault.Name.allCases.map(\.rawValue) + BackupFault.Name.allCases.map(\.rawValue)

    /// The scenarios the audit asks for, in its order.
    private static let documented = [
        "database/primary-crash", "database/primary-node-lost", "zone/zone-lost-with-primary",
        "zone/zone-lost-with-primary-and-operator", "zone/zone-lost-without-primary",
        "region/us-west-2-lost-2h", "region/us-west-2-lost-8h", "region/us-west-2-lost-for-ever",
        "region/us-east-1-lost", "region/us-east-1-lost-after-failover", "region/partition-43s",
        "region/partition-20m", "region/both-regions-lost", "application/bad-migration",
        "database/wal-disk-full", "database/corruption-loud", "database/corruption-silent-6d",
        "human/table-dropped-1430", "security/ransomware-11d-dwell", "security/ransomware-deletes-backups",
        "application/bad-deploy-60-percent", "region/monitoring-blip-30s",
        "application/kubernetes-api-down", "region/us-west-2-lost-8h-and-back",
        "compound/second-failure-during-failover", "database/dump-over-5-gb", "database/restore-of-500-gb",
        "database/backups-failing-30d", "region/capacity-shortage-in-dr",
    ]
}
