import DRSimControl
import DRSimPlan
import Testing

/// Which disaster a snapshot is taken for.
struct DisasterClassifierTests {
    @Test func `nothing wrong is no disaster`() {
        #expect(DisasterClassifier.classify(.allHealthy) == nil)
    }

    @Test(arguments: [
        ([HealthSignal.primaryDatabase], Classification.Rule.primaryDatabaseDown),
        ([.primaryDatabase, .applicationPods, .networkConnectivity], .primaryDatabaseDown),
        ([.primaryDatabase, .replicaDatabase], .bothDatabasesDown),
        ([.applicationPods, .networkConnectivity, .dnsResolution], .podsMissing),
        ([.networkConnectivity], .networkDown),
        ([.networkConnectivity, .dnsResolution], .networkAndCrossRegionDown),
    ])
    func `the first rule that matches wins`(failing: [HealthSignal], rule: Classification.Rule) {
        let snapshot = failing.reduce(HealthSnapshot.allHealthy) { $0.failing($1) }
        #expect(DisasterClassifier.classify(snapshot)?.rule == rule)
    }

    @Test(arguments: [HealthSignal.replicaDatabase, .ingressController, .dnsResolution, .storageSystems])
    func `a signal that decides nothing alone is no disaster`(signal: HealthSignal) {
        #expect(DisasterClassifier.classify(.allHealthy.failing(signal)) == nil)
    }

    @Test(arguments: [(49.999, true), (50, false), (100, false), (0, true)])
    func `pods count as failed below half, not at half`(percentage: Double, isFailed: Bool) {
        var snapshot = HealthSnapshot.allHealthy
        snapshot.applicationHealthyPercentage = percentage
        #expect((DisasterClassifier.classify(snapshot)?.disaster == .applicationFailure) == isFailed)
    }

    @Test(arguments: HealthSignal.allCases)
    func `a failing signal makes the snapshot another one`(signal: HealthSignal) {
        #expect(HealthSnapshot.allHealthy.failing(signal) != .allHealthy)
    }

    @Test func `every rule's text ends with the line it cites`() {
        for rule in Classification.Rule.allCases { #expect(rule.rawValue.hasSuffix("(\(rule.source))")) }
    }
}
