import DRSimDocument
import DRSimKernel
import DRSimKubernetes
import DRSimPlan
import DRSimShell
import DRSimTrace
import DRSimUnits

extension World {
    /// Whether there is what a fault would strike.
    func exists(_ fault: ApplicationFault) -> Bool {
        switch fault {
        case .loadSurge, .thirdPartyOutage: true
        case .badDeploy(let workload, _, _), .memoryLeak(let workload), .crashLoop(let workload):
            image(of: workload) != nil
        case .cacheLoss(let cache, let context): holdsAnything(cache, in: context)
        }
    }

    /// Lets the applications fail, be asked for more, or miss what they lean on; or ends that.
    mutating func apply(_ fault: ApplicationFault, isStriking: Bool, cause: FactID?) {
        switch fault {
        case .loadSurge(let factor): faults.loadFactors.set(factor, isOn: isStriking)
        case .thirdPartyOutage(let party): faults.lostThirdParties.set(party, isOn: isStriking)
        case .badDeploy(let workload, let symptom, let share):
            deploy(workload, symptom, share, isBad: isStriking, cause: cause)
        case .memoryLeak(let workload):
            let fill = blueprint.quantity(FaultAssumptionName.memoryLeakFill)
            afflict(workload, .leaksMemory(fill), image: nil, share: .all, isOn: isStriking, cause: cause)
        case .crashLoop(let workload):
            afflict(workload, .exitsAtOnce, image: nil, share: .all, isOn: isStriking, cause: cause)
        case .cacheLoss(let cache, let context):
            if isStriking { emptyCache(cache, in: context, cause: cause) }
        }
        mustEvaluate = true
    }

    /// What happened to the applications, as a sentence.
    func words(for fault: ApplicationFault, _ lasting: String) -> String {
        switch fault {
        case .loadSurge(let factor): return "users ask for \(factor) times as much\(lasting)"
        case .thirdPartyOutage(let party):
            let title = blueprint.plan.thirdParties.first { $0.id == party }?.title ?? party.name
            return "\(party) (\(title)) does not answer\(lasting)"
        case .badDeploy(let workload, .neverReady, let share):
            return "an image of \(workload.deployment) is rolled out of which \(share) of the pods "
                + "never become ready"
        case .badDeploy(let workload, .crash, let share):
            return
                "an image of \(workload.deployment) is rolled out of which \(share) of the pods crash at work"
        case .memoryLeak(let workload): return "\(workload.deployment) leaks memory\(lasting)"
        case .cacheLoss(let cache, let context): return "all that \(cache) in \(context) holds is deleted"
        case .crashLoop(let workload):
            return "every pod of \(workload.deployment) crashes, and again when it is started\(lasting)"
        }
    }

    /// How many times as much as usual users ask for.
    var loadFactor: Double { faults.loadFactors.elements.reduce(1, *) }
}

extension World {
    /// What marks an image that a fault rolled out.
    private static let mark = "-faulty"

    /// Rolls out an image with a defect, or back to the one before it.
    private mutating func deploy(
        _ workload: ApplicationFault.Workload, _ symptom: ApplicationFault.Symptom, _ share: Share,
        isBad: Bool, cause: FactID?
    ) {
        guard let image = image(of: workload) else { return }
        let defect: ProgramDefect =
            switch symptom {
            case .neverReady: .neverReady
            case .crash: .failsLater(blueprint.quantity(FaultAssumptionName.badDeployOnset))
            }
        let sound = image.hasSuffix(Self.mark) ? String(image.dropLast(Self.mark.count)) : image
        afflict(workload, defect, image: sound + Self.mark, share: share, isOn: isBad, cause: cause)
        // Who rolls one of two bad deliveries back leaves the other.
        guard isBad || !isBadlyDeployed(workload) else { return }
        let wanted = isBad ? sound + Self.mark : sound
        if wanted != image { setImage(of: workload, to: wanted, cause: cause) }
    }

    /// Whether an image with a defect is to be rolled out to a deployment at present.
    private func isBadlyDeployed(_ workload: ApplicationFault.Workload) -> Bool {
        faults.activeTargets.contains { target in
            guard case .application(.badDeploy(workload, _, _)) = target else { return false }
            return true
        }
    }

    /// Begins or ends a defect of a deployment's program.
    mutating func afflict(
        _ workload: ApplicationFault.Workload, _ defect: ProgramDefect, image: String?, share: Share,
        isOn: Bool, cause: FactID?
    ) {
        guard let region = blueprint.region(context: workload.context) else { return }
        let affliction = Affliction(
            namespace: blueprint.regions[region].cluster.namespace, deployment: workload.deployment,
            image: image, defect: defect, share: share,
            backOff: blueprint.quantity(FaultAssumptionName.crashBackOff))
        change(cluster: region, cause: cause) { [now, draws] cluster, effects in
            if isOn {
                cluster.afflict(affliction, at: now, draws: draws, effects: &effects)
            } else {
                cluster.relieve(affliction, at: now, draws: draws, effects: &effects)
            }
        }
    }

    /// The image of a deployment's first container; `nil` if there is no such deployment.
    private func image(of workload: ApplicationFault.Workload) -> String? {
        guard let region = blueprint.region(context: workload.context) else { return nil }
        let namespace = blueprint.regions[region].cluster.namespace
        return infrastructure.clusters[region].image(
            ofDeployment: workload.deployment, namespace: namespace)
    }

    private mutating func setImage(
        of workload: ApplicationFault.Workload, to image: String, cause: FactID?
    ) {
        guard let region = blueprint.region(context: workload.context) else { return }
        let namespace = blueprint.regions[region].cluster.namespace
        change(cluster: region, cause: cause) { [now, draws] cluster, effects in
            cluster.setImage(
                ofDeployment: workload.deployment, namespace: namespace, to: image, at: now, draws: draws,
                effects: &effects)
        }
    }
}
