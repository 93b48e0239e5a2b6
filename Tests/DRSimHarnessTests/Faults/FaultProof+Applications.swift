import DRSimHarness
import DRSimPlan
import DRSimUnits
import DRSimWorld

// Proofs for faults of the applications and of the platform that delivers them.

extension FaultProof {
    private static let backend = ApplicationFault.Workload(
        context: "prod-cluster", deployment: "backend-api")

    static func proofs(of name: ApplicationFault.Name) -> [FaultProof] {
        switch name {
        case .loadSurge: [application(.loadSurge(factor: 2), .served())]
        case .thirdPartyOutage:
            [application(.thirdPartyOutage("payment_gateway"), .served("payment_processing"))]
        case .badDeploy:
            [
                application(.badDeploy(backend, symptom: .crash, share: .all), .served(), patience: 20),
                application(
                    .badDeploy(backend, symptom: .neverReady, share: .all),
                    .prints("kubectl get deployment backend-api -n production -o yaml", without: "-faulty"),
                    patience: 1),
            ]
        case .memoryLeak:
            [application(.memoryLeak(backend), .quiet(.podFailed, "OOMKilled", for: 9), patience: 12)]
        case .crashLoop: [application(.crashLoop(backend), .served(), patience: 20)]
        case .cacheLoss:
            [
                FaultProof(
                    kind: .application(.cacheLoss("sessions", context: "prod-cluster")),
                    look: .served("user_auth"), end: .repair, patience: 5
                ) { staged in
                    staged.isControl = true
                    staged.plan.caches[0].missLoad = 3
                    staged.fix("cache_warm_up", at: 180)
                }
            ]
        }
    }

    /// A pod leaks for five minutes until it is killed, and works for two until it crashes.
    private static func application(
        _ fault: ApplicationFault, _ look: Look, patience: Int64 = 1
    ) -> FaultProof {
        FaultProof(kind: .application(fault), look: look, patience: patience) { staged in
            staged.isControl = true
            staged.fix("memory_leak_fill", at: 300)
            staged.fix("bad_deploy_onset", at: 120)
        }
    }

    static func proofs(of name: PlatformFault.Name) -> [FaultProof] {
        switch name {
        case .certificateExpired:
            [
                FaultProof(
                    kind: .platform(.certificateExpired(context: "prod-cluster", host: "api.itdo-erp.com")),
                    look: .works("curl -f https://api.itdo-erp.com/api/v1/health"))
            ]
        case .registryOutage:
            [nil, "dr-cluster"].map { context in
                FaultProof(kind: .platform(.registryOutage(context: context)), look: startsColdPods)
            }
        case .gitOutage:
            [
                FaultProof(
                    kind: .platform(.gitOutage),
                    look: .prints(
                        "kubectl --context dr-cluster get application itdo-erp-dr -n argocd -o yaml",
                        without: "Unknown"))
            ]
        case .selfHealing:
            [
                FaultProof(
                    kind: .platform(.selfHealing(context: "dr-cluster", application: "itdo-erp-dr")),
                    look: .stays(.fieldReverted, for: 1, after: changeByHand))
            ]
        case .badCommit: [commit]
        case .externalDNS:
            [
                FaultProof(
                    kind: .platform(.externalDNS(context: "prod-cluster")),
                    look: .stays(.namesReclaimed, for: 2) { $0.answer(change).status == 0 })
            ]
        }
    }

    /// A commit reaches whoever follows the head of the branch within three minutes, and its reverting too.
    private static let commit = FaultProof(
        kind: .platform(.badCommit(path: "environments/disaster-recovery", deployment: "backend-api")),
        look: .prints(
            "kubectl --context dr-cluster get deployment backend-api -n disaster-recovery -o yaml",
            without: "-bad"),
        level: .following, patience: 5)

    /// A pod on a node that never ran its image starts within the four minutes after it was asked for.
    private static let startsColdPods: Look = .trial { staged, time in
        var world = staged.rehearsal.world(seed: 1)
        world.run(to: .minutes(1))
        let nodes = "--scaling-config minSize=2,maxSize=10,desiredSize=4"
        let grown = world.answer(
            "aws eks update-nodegroup-config --region us-east-1 --cluster-name itdo-erp-dr "
                + "--nodegroup-name production-nodes " + nodes)
        world.run(to: time)
        let scaled = world.answer(
            "kubectl --context dr-cluster scale deployment backend-api --replicas=3 -n disaster-recovery")
        guard grown.status == 0, scaled.status == 0 else { return false }
        world.run(to: time + .minutes(4))
        let pods = world.answer("kubectl --context dr-cluster get pods -n disaster-recovery")
        return pods.status == 0 && !pods.output.contains("ImagePullBackOff")
    }

    /// Somebody changes what Git manages.
    private static func changeByHand(_ world: inout World) -> Bool {
        let patch = #"{"data":{"DATABASE_HOST":"elsewhere"}}"#
        return world.answer(
            "kubectl --context dr-cluster patch configmap backend-config -n disaster-recovery --type=merge "
                + "-p " + patch
        ).status == 0
    }
}
