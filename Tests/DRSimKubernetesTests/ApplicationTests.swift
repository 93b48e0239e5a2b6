import DRSimDocument
import DRSimKernel
import DRSimKubernetes
import DRSimUnits
import OrderedCollections
import Testing

struct ApplicationTests {
    static let git = GitContent(
        folders: [
            "erp": [
                Manifests.deployment(replicas: 2), Manifests.service("backend", selecting: "backend"),
                Manifests.configMap("settings", ["MODE": "standby"]),
            ]
        ])
    static let reference = ObjectReference(kind: "Application", namespace: "argocd", name: "erp")
    static let healing: JSONValue = ["prune": true, "selfHeal": true]
    static let ignoringReplicas: JSONValue = [
        ["group": "apps", "kind": "Deployment", "jsonPointers": ["/spec/replicas"]]
    ]

    /// A cluster in which an application has long been synced.
    static func rig(
        automated: JSONValue = healing, options: JSONValue = [], ignored: JSONValue = [],
        git: GitContent = git
    ) throws -> Rig {
        var rig = Rig(git: git)
        try rig.install(Manifests.application(automated: automated, options: options, ignored: ignored))
        return rig
    }

    static func syncStatus(_ rig: Rig) throws -> JSONValue? {
        try rig.object("applications", "erp", in: "argocd")[path: "status", "sync", "status"]
    }

    @Test func `an automated application of the start has its objects in place`() throws {
        var rig = try Self.rig()
        #expect(rig.serving() == 2)
        #expect(try Self.syncStatus(rig) == "Synced")
        #expect(rig.facts.isEmpty)
        rig.run(seconds: 86_400)
        #expect(rig.eventCount == 0)
    }

    @Test func `self-healing reverts a manual change after five seconds`() throws {
        var rig = try Self.rig()
        try rig.scale("deployments", "backend", to: 5)
        #expect(try Self.syncStatus(rig) == "OutOfSync")
        rig.run(seconds: 4)
        #expect(rig.cluster.desiredReplicas(deployment: "backend", namespace: "production") == 5)
        rig.run(seconds: 5)
        #expect(rig.cluster.desiredReplicas(deployment: "backend", namespace: "production") == 2)
        let deployment = ObjectReference(kind: "Deployment", namespace: "production", name: "backend")
        #expect(
            rig.facts.last?.fact
                == .fieldReverted(
                    deployment, path: "spec.replicas", application: Self.reference, waitedOn: .selfHeal))
        #expect(try Self.syncStatus(rig) == "Synced")
    }

    @Test func `self-healing takes a promotion of a database in Git back`() throws {
        let git = GitContent(folders: ["erp": [Manifests.replica()]])
        var rig = try Self.rig(git: git)
        try rig.patch("clusters", "orders-copy", #"{"spec":{"replica":{"enabled":false}}}"#)
        rig.run(seconds: 5)
        let copy = try rig.object("clusters", "orders-copy")
        #expect(copy[path: "spec", "replica", "enabled"] == true)
    }

    @Test func `a sync while self-healing waits does not end self-healing`() throws {
        var rig = try Self.rig()
        try rig.scale("deployments", "backend", to: 5)
        rig.run(seconds: 1)
        try rig.sync("erp")
        rig.run(seconds: 600)
        try rig.scale("deployments", "backend", to: 7)
        rig.run(seconds: 1_200)
        #expect(rig.cluster.desiredReplicas(deployment: "backend", namespace: "production") == 2)
    }

    @Test func `self-healing leaves ignored fields alone`() throws {
        var rig = try Self.rig(ignored: Self.ignoringReplicas)
        try rig.scale("deployments", "backend", to: 5)
        rig.run(seconds: 600)
        #expect(rig.cluster.desiredReplicas(deployment: "backend", namespace: "production") == 5)
        #expect(try Self.syncStatus(rig) == "Synced")
    }

    @Test func `self-healing leaves what Git does not speak of alone`() throws {
        var rig = try Self.rig()
        try rig.restart("deployments", "backend")
        rig.run(seconds: 600)
        #expect(rig.seconds { if case .fieldReverted = $0 { true } else { false } } == [])
        #expect(rig.seconds { if case .rolloutFinished = $0 { true } else { false } }.count == 1)
    }

    @Test func `self-healing waits for another commit once a sync has failed`() throws {
        let good = Manifests.deployment(replicas: 2)
        let bad = Manifests.deployment("bad").merging(patch: ["spec": ["selector": .null]])
        var rig = try Self.rig(git: GitContent(folders: ["erp": [good, bad]]))
        try rig.scale("deployments", "backend", to: 5)
        rig.run(seconds: 600)
        #expect(rig.cluster.desiredReplicas(deployment: "backend", namespace: "production") == 5)
        let next = GitContent(revision: 2, folders: ["erp": [good]])
        rig.tell { $0.gitChanged(to: next, at: $1, draws: $2, effects: &$3) }
        rig.run(seconds: 1_200)
        #expect(rig.cluster.desiredReplicas(deployment: "backend", namespace: "production") == 2)
        try rig.scale("deployments", "backend", to: 5)
        rig.run(seconds: 1_210)
        #expect(rig.cluster.desiredReplicas(deployment: "backend", namespace: "production") == 2)
    }

    @Test func `self-healing brings back what was deleted`() throws {
        var rig = try Self.rig()
        try rig.delete("services", "backend")
        rig.run(seconds: 5)
        #expect(rig.cluster.serviceTarget(named: "backend", namespace: "production") != nil)
    }

    @Test func `without self-healing a drift stays`() throws {
        var rig = try Self.rig(automated: ["prune": false, "selfHeal": false])
        try rig.scale("deployments", "backend", to: 5)
        rig.run(seconds: 86_400)
        #expect(rig.cluster.desiredReplicas(deployment: "backend", namespace: "production") == 5)
        #expect(try Self.syncStatus(rig) == "OutOfSync")
    }

    @Test(arguments: [(true, 2), (false, 5)])
    func `switching self-healing on reverts earlier drifts at once, unless they are ignored`(
        counts: Bool, replicas: Int
    ) throws {
        var rig = try Self.rig(
            automated: ["prune": false, "selfHeal": false], options: ["RespectIgnoreDifferences=true"],
            ignored: counts ? [] : Self.ignoringReplicas)
        try rig.scale("deployments", "backend", to: 5)
        try rig.patch(
            "applications", "erp",
            #"{"spec":{"syncPolicy":{"automated":{"prune":true,"selfHeal":true}}}}"#, in: "argocd")
        rig.run(seconds: 60)
        #expect(rig.cluster.desiredReplicas(deployment: "backend", namespace: "production") == replicas)
        #expect(rig.seconds { if case .syncStarted = $0 { true } else { false } } == (counts ? [0] : []))
    }

    @Test(arguments: [(["RespectIgnoreDifferences=true"], 5), ([], 2)] as [([String], Int)])
    func `a requested sync writes ignored fields unless told to respect them`(
        options: [String], replicas: Int
    ) throws {
        var rig = try Self.rig(
            automated: .null, options: .array(options.map { .string($0) } + ["CreateNamespace=true"]),
            ignored: Self.ignoringReplicas)
        try rig.sync("erp")
        rig.run(seconds: 10)
        try rig.scale("deployments", "backend", to: 5)
        try rig.sync("erp")
        rig.run(seconds: 20)
        #expect(rig.cluster.desiredReplicas(deployment: "backend", namespace: "production") == replicas)
    }

    @Test func `an application that is not automated waits to be asked`() throws {
        var rig = try Self.rig(automated: .null, options: ["CreateNamespace=true"])
        rig.run(seconds: 3_600)
        #expect(!rig.cluster.hasNamespace("production"))
        try rig.sync("erp")
        #expect(rig.facts.map(\.fact) == [.syncStarted(application: Self.reference, reason: .requested)])
        rig.run(seconds: 3_610)
        #expect(rig.cluster.hasNamespace("production"))
        #expect(
            rig.facts.last?.fact
                == .syncFinished(application: Self.reference, failure: nil, waitedOn: .argoSync))
        rig.run(seconds: 3_700)
        #expect(rig.serving() == 2)
    }

    @Test func `an operation in the object is a request to sync`() throws {
        var rig = try Self.rig(automated: .null, options: ["CreateNamespace=true"])
        try rig.patch("applications", "erp", #"{"operation":{"sync":{}}}"#, in: "argocd")
        rig.run(seconds: 10)
        #expect(rig.pods().count == 2)
        #expect(try rig.object("applications", "erp", in: "argocd")["operation"] == nil)
    }

    @Test func `a missing namespace fails the sync, and the commit is not tried again`() throws {
        var rig = Rig(git: Self.git)
        try rig.apply(["apiVersion": "v1", "kind": "Namespace", "metadata": ["name": "argocd"]])
        try rig.apply(Manifests.application(automated: ["prune": false], options: []))
        rig.run(seconds: 10)
        let state = try rig.object("applications", "erp", in: "argocd")[path: "status", "operationState"]
        #expect(state?["phase"] == "Failed")
        #expect(state?["message"]?.string?.hasPrefix(#"namespaces "production" not found"#) == true)
        rig.run(seconds: 86_400)
        #expect(rig.seconds { if case .syncStarted = $0 { true } else { false } } == [0])
    }

    @Test func `a path that Git does not have fails the sync`() throws {
        var rig = try Self.rig(automated: .null, git: GitContent())
        try rig.sync("erp")
        rig.run(seconds: 10)
        #expect(
            rig.facts.last?.fact
                == .syncFinished(
                    application: Self.reference, failure: "erp: app path does not exist", waitedOn: .argoSync)
        )
    }

    @Test(arguments: [true, false])
    func `a new commit is found by polling, and what it drops is pruned if asked to`(prunes: Bool) throws {
        var rig = try Self.rig(automated: ["prune": .bool(prunes), "selfHeal": false])
        let next = GitContent(revision: 2, folders: ["erp": [Manifests.deployment(replicas: 3)]])
        rig.tell { $0.gitChanged(to: next, at: $1, draws: $2, effects: &$3) }
        rig.run(seconds: 149)
        #expect(rig.cluster.desiredReplicas(deployment: "backend", namespace: "production") == 2)
        rig.run(seconds: 160)
        #expect(rig.cluster.desiredReplicas(deployment: "backend", namespace: "production") == 3)
        #expect((rig.cluster.serviceTarget(named: "backend", namespace: "production") == nil) == prunes)
        #expect(rig.facts.first?.fact == .syncStarted(application: Self.reference, reason: .commitFound))
    }

    @Test func `a tag stays where it was, whatever is committed`() throws {
        var rig = try Self.rig(automated: ["prune": true, "selfHeal": true])
        try rig.patch(
            "applications", "erp", #"{"spec": {"source": {"targetRevision": "v1"}}}"#, in: "argocd")
        let next = GitContent(revision: 2, folders: ["erp": [Manifests.deployment(replicas: 3)]])
        rig.tell { $0.gitChanged(to: next, at: $1, draws: $2, effects: &$3) }
        rig.run(seconds: 600)
        #expect(rig.cluster.desiredReplicas(deployment: "backend", namespace: "production") == 2)
        let status = try rig.object("applications", "erp", in: "argocd")[path: "status", "sync", "status"]
        #expect(status == "Synced")
        try rig.patch(
            "applications", "erp", #"{"spec": {"source": {"targetRevision": "HEAD"}}}"#, in: "argocd")
        rig.run(seconds: 1_200)
        #expect(rig.cluster.desiredReplicas(deployment: "backend", namespace: "production") == 3)
    }

    @Test(arguments: [true, false])
    func `only a forced sync replaces what cannot be changed`(force: Bool) throws {
        var rig = try Self.rig(automated: .null, options: ["CreateNamespace=true"])
        try rig.sync("erp")
        rig.run(seconds: 100)
        let before = Set(rig.pods().map(\.name))
        let changed = Manifests.deployment(replicas: 2).merging(patch: [
            "spec": [
                "selector": ["matchLabels": ["tier": "erp"]],
                "template": ["metadata": ["labels": ["tier": "erp"]]],
            ]
        ])
        let next = GitContent(revision: 2, folders: ["erp": [changed]])
        rig.tell { $0.gitChanged(to: next, at: $1, draws: $2, effects: &$3) }
        try rig.sync("erp", force: force)
        rig.run(seconds: 110)
        #expect(before.isDisjoint(with: rig.pods().map(\.name)) == force)
        let hasFailed = rig.facts.contains {
            if case .syncFinished(_, .some, _) = $0.fact { true } else { false }
        }
        #expect(hasFailed == !force)
    }

    @Test func `a sync cut short by the control plane is taken up again`() throws {
        var rig = try Self.rig(automated: .null, options: ["CreateNamespace=true"])
        try rig.sync("erp")
        rig.run(seconds: 5)
        rig.setControlPlane(up: false)
        rig.run(seconds: 100)
        #expect(!rig.cluster.hasNamespace("production"))
        rig.setControlPlane(up: true)
        rig.run(seconds: 110)
        #expect(rig.cluster.hasNamespace("production"))
    }

    @Test func `drifts that nobody saw are healed when the control plane returns`() throws {
        var rig = try Self.rig()
        try rig.scale("deployments", "backend", to: 5)
        rig.setControlPlane(up: false)
        rig.run(seconds: 100)
        rig.setControlPlane(up: true)
        rig.run(seconds: 110)
        #expect(rig.cluster.desiredReplicas(deployment: "backend", namespace: "production") == 2)
        #expect(rig.seconds { if case .syncStarted = $0 { true } else { false } } == [])
    }

    @Test func `a deleted application leaves its objects and lets drifts be`() throws {
        var rig = try Self.rig()
        try rig.delete("applications", "erp", in: "argocd")
        try rig.scale("deployments", "backend", to: 5)
        rig.run(seconds: 600)
        #expect(rig.serving() == 5)
    }
}
