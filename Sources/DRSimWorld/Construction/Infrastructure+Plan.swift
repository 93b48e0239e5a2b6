import DRSimCloud
import DRSimDocument
import DRSimKernel
import DRSimKubernetes
import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimUnits
import OrderedCollections

extension Infrastructure {
    /// The infrastructure of a plan as it has long been running: nodes up, manifests installed, pods
    /// ready, databases replicating.
    init(_ blueprint: Blueprint, effects: inout InfrastructureEffects) {
        let plan = blueprint.plan
        let cloud = Cloud(CloudConfiguration(plan), timings: CloudTimings(plan))
        let git = GitContent(plan)
        var clusters = blueprint.regions.map { region in
            KubernetesCluster(
                KubernetesConfiguration(
                    name: region.cluster.name, context: region.cluster.context,
                    start: blueprint.scenario.start,
                    timings: KubernetesTimings(plan), git: git,
                    allowsSnippets: region.cluster.allowsSnippets))
        }
        for index in clusters.indices {
            effects.kubernetes.append((index, clusters[index].open(index, of: cloud, blueprint)))
        }
        self.init(
            start: blueprint.scenario.start, cloud: cloud, clusters: clusters,
            databases: PostgresSystem(
                siteNames: blueprint.regions.map(\.id.name), timings: PostgresTimings(plan)))
        for spec in blueprint.databaseSpecs(in: clusters) { install(spec, of: blueprint, effects: &effects) }
    }
}

extension KubernetesCluster {
    /// Nodes join, and the plan's installed manifests are applied as if they had long been there.
    fileprivate mutating func open(
        _ region: Int, of cloud: Cloud, _ blueprint: Blueprint
    ) -> Effects<KubernetesEvent, KubernetesFact> {
        let draws = Draws(seed: 0, trial: 0)
        var effects = Effects<KubernetesEvent, KubernetesFact>()
        let site = blueprint.regions[region]
        for node in cloud.nodes where node.region == region {
            nodeJoined(
                node.name, zone: site.zones[node.zone].name, milliCPU: node.milliCPU, memory: node.memory,
                at: .start, draws: draws, effects: &effects)
        }
        for manifest in blueprint.plan.manifests where manifest.origin == .installed(context: context) {
            let namespace = manifest.object[path: "metadata", "namespace"]?.string ?? site.cluster.namespace
            do {
                _ = try install(
                    manifest.object, namespace: namespace, at: .start, draws: draws, effects: &effects)
            } catch {
                effects.record(.objectRefused(ObjectReference(manifest.object), error: error))
            }
        }
        createInstancePods(draws, &effects)
        if blueprint.plan.stores.contains(where: { $0.kind == .postgres }) {
            installOperator(draws, &effects)
        }
        return effects
    }

    /// The operator of the databases, unless the plan installs it otherwise (A10).
    private mutating func installOperator(
        _ draws: Draws, _ effects: inout Effects<KubernetesEvent, KubernetesFact>
    ) {
        guard desiredReplicas(deployment: Self.operatorName, namespace: Self.operatorNamespace) == nil else {
            return
        }
        for manifest in [JSONValue.operatorNamespace, .operatorDeployment] {
            do {
                _ = try install(
                    manifest, namespace: Self.operatorNamespace, at: .start, draws: draws, effects: &effects)
            } catch {
                effects.record(.objectRefused(ObjectReference(manifest), error: error))
            }
        }
    }

    /// The operator has made a pod for each instance of each database, spread over the zones.
    private mutating func createInstancePods(
        _ draws: Draws, _ effects: inout Effects<KubernetesEvent, KubernetesFact>
    ) {
        let zones = zoneNames
        for object in databaseObjects {
            let reference = ObjectReference(object)
            for number in 0..<object.instanceCount {
                var labels: OrderedDictionary<String, String> = [Self.clusterLabel: reference.name]
                labels[Self.roleLabel] = number == 0 ? "primary" : "replica"
                createPod(
                    PodTemplate(
                        labels: labels, milliCPU: object.requestedMilliCPU, memory: object.requestedMemory,
                        zone: zones.isEmpty ? nil : zones[number % zones.count]),
                    named: "\(reference.name)-\(number + 1)", namespace: reference.namespace,
                    owner: PodOwner(kind: DatabaseSpec.kind, name: reference.name), isWarm: true, at: .start,
                    draws: draws, effects: &effects)
            }
        }
    }

    /// The zones that have nodes, in the order in which the nodes joined.
    var zoneNames: [String] {
        var names: [String] = []
        for node in allNodes where !names.contains(node.zone) { names.append(node.zone) }
        return names
    }
}

extension ObjectReference {
    /// The reference of an object.
    init(_ object: JSONValue) {
        self.init(
            kind: object["kind"]?.string ?? "",
            namespace: object[path: "metadata", "namespace"]?.string ?? "",
            name: object[path: "metadata", "name"]?.string ?? "")
    }
}

extension KubernetesTimings {
    /// The timings of a plan.
    fileprivate init(_ plan: Plan) {
        self.init { id in
            guard let name = AssumptionName(rawValue: id.name) else {
                preconditionFailure("\(id) is not among the assumptions plans are asked for")
            }
            return plan.quantity(name)
        }
    }
}

extension GitContent {
    /// What Git holds by plan.
    fileprivate init(_ plan: Plan) {
        self.init()
        for manifest in plan.manifests {
            guard case .git(let path) = manifest.origin else { continue }
            folders[path, default: []].append(manifest.object)
        }
    }
}
