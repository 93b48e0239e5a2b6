import DRSimDocument
import DRSimKernel
import DRSimKubernetes
import DRSimPlan
import DRSimShell
import DRSimTrace
import DRSimUnits

extension World {
    /// Whether there is what a fault would strike.
    func exists(_ fault: PlatformFault) -> Bool {
        switch fault {
        case .certificateExpired(let context, let host):
            guard let region = blueprint.region(context: context) else { return false }
            return infrastructure.clusters[region].hasRule(for: host)
        case .badCommit(let path, let deployment):
            return infrastructure.clusters.contains {
                $0.git.settingImage(ofDeployment: deployment, inFolder: path) { $0 } != nil
            }
        case .selfHealing(let context, let application):
            return applicationObject(application, in: context) != nil
        case .registryOutage, .gitOutage, .externalDNS: return true
        }
    }

    /// Breaks a part of the platform, or lets it work again.
    mutating func apply(_ fault: PlatformFault, isStriking: Bool, cause: FactID?) {
        switch fault {
        case .certificateExpired(let context, let host):
            guard let region = blueprint.region(context: context) else { return }
            infrastructure.clusters[region].certificate(of: host, isExpired: isStriking)
        case .registryOutage(let context):
            let backOff = blueprint.quantity(FaultAssumptionName.imagePullBackOff)
            for region in regions(of: context) {
                change(cluster: region, cause: cause) { [now, draws] cluster, effects in
                    cluster.registry(
                        isUp: !isStriking, retryingAfter: backOff, at: now, draws: draws, effects: &effects)
                }
            }
        case .gitOutage:
            for region in regions(of: nil) {
                change(cluster: region, cause: cause) { [now, draws] cluster, effects in
                    cluster.repository(isUp: !isStriking, at: now, draws: draws, effects: &effects)
                }
            }
        case .selfHealing(let context, let application):
            // It stays switched on until the last who did so has changed their mind.
            guard isStriking || !faults.activeTargets.contains(.platform(fault)) else { return }
            switchSelfHealing(of: application, in: context, isOn: isStriking, cause: cause)
        case .badCommit(let path, let deployment):
            commit(to: deployment, inFolder: path, isBad: isStriking, cause: cause)
        case .externalDNS(let context):
            guard let region = blueprint.region(context: context) else { return }
            faults.nameOwners.set(region, isOn: isStriking)
            considerNames(of: region, cause: cause)
        }
        mustEvaluate = true
    }

    /// What happened to the platform, as a sentence.
    func words(for fault: PlatformFault, _ lasting: String) -> String {
        switch fault {
        case .certificateExpired(let context, let host):
            "the certificate of \(host) in \(context) has expired\(lasting)"
        case .registryOutage(let context):
            "the registry \(context.map { "of \($0) " } ?? "")gives out no images\(lasting)"
        case .gitOutage: "the Git repository does not answer\(lasting)"
        case .selfHealing(let context, let application):
            "somebody switches self-healing on for \(application) in \(context)\(lasting)"
        case .badCommit(let path, let deployment):
            "a commit to \(path) gives \(deployment) an image that never becomes ready"
        case .externalDNS(let context): "the external-dns of \(context) claims the public names\(lasting)"
        }
    }

    private func regions(of context: String?) -> [Int] {
        guard let context else { return Array(blueprint.regions.indices) }
        return blueprint.region(context: context).map { [$0] } ?? []
    }
}

extension World {
    /// What marks an image that a bad commit names.
    private static let mark = "-bad"

    /// Commits a bad image to Git, or reverts that.
    private mutating func commit(
        to deployment: String, inFolder path: String, isBad: Bool, cause: FactID?
    ) {
        for region in blueprint.regions.indices {
            let git = infrastructure.clusters[region].git
            var image = ""
            let content = git.settingImage(ofDeployment: deployment, inFolder: path) { old in
                let sound = old.hasSuffix(Self.mark) ? String(old.dropLast(Self.mark.count)) : old
                image = sound + Self.mark
                return isBad ? image : sound
            }
            guard let content else { continue }
            let workload = ApplicationFault.Workload(
                context: blueprint.regions[region].cluster.context, deployment: deployment)
            afflict(workload, .neverReady, image: image, share: .all, isOn: isBad, cause: cause)
            // Who reverts one of two bad commits leaves the other.
            let fault = PlatformFault.badCommit(path: path, deployment: deployment)
            guard isBad || !faults.activeTargets.contains(.platform(fault)) else { continue }
            change(cluster: region, cause: cause) { [now, draws] cluster, effects in
                cluster.gitChanged(to: content, at: now, draws: draws, effects: &effects)
            }
        }
    }

    private func applicationObject(_ name: String, in context: String) -> JSONValue? {
        guard let region = blueprint.region(context: context) else { return nil }
        let cluster = infrastructure.clusters[region]
        guard let type = cluster.resourceType(named: "applications.argoproj.io") else { return nil }
        let objects = (try? cluster.objects(type, namespace: nil)) ?? []
        return objects.first { $0[path: "metadata", "name"]?.string == name }
    }

    /// Switches automated sync with self-healing on, or gives the application back what the plan installs.
    private mutating func switchSelfHealing(
        of name: String, in context: String, isOn: Bool, cause: FactID?
    ) {
        guard let region = blueprint.region(context: context),
            let object = applicationObject(name, in: context),
            let type = infrastructure.clusters[region].resourceType(named: "applications.argoproj.io")
        else { return }
        let installed = blueprint.plan.manifests.first {
            $0.origin == .installed(context: context)
                && ObjectReference($0.object) == ObjectReference(object)
        }
        let policy: JSONValue =
            isOn
            ? ["prune": true, "selfHeal": true]
            : installed?.object[path: "spec", "syncPolicy", "automated"] ?? .null
        change(cluster: region, cause: cause) { [now, draws] cluster, effects in
            _ = try? cluster.patch(
                type, namespace: ObjectReference(object).namespace, name: name,
                with: ["spec": ["syncPolicy": ["automated": policy]]], strategy: .merge, at: now,
                draws: draws,
                effects: &effects)
        }
    }
}
