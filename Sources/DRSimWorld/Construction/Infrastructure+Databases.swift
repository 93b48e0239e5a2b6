import DRSimDocument
import DRSimKernel
import DRSimKubernetes
import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimUnits
import OrderedCollections

extension Infrastructure {
    /// Installs a database as it stands at the start: as one that has long been running, but for the
    /// instances whose pods wait for a node. One without any that runs is still to be made, and so is what
    /// would be a copy of such.
    mutating func install(
        _ spec: DatabaseSpec, of blueprint: Blueprint, effects: inout InfrastructureEffects
    ) {
        let pods = spec.zones.indices.map { "\(spec.name)-\($0 + 1)" }
        let waiting = pods.indices.filter {
            clusters[spec.site].pod(named: pods[$0], namespace: spec.namespace)?.isRunning != true
        }
        let isSourceMade = databases.databases.allSatisfy { $0.bootstrap == nil }
        guard pods.isEmpty || isSourceMade && waiting.count < pods.count else {
            return begin(spec, insteadOf: pods, of: blueprint, effects: &effects)
        }
        let id = databases.install(
            spec, waiting: waiting, history: blueprint.historyBytes, historyLength: Blueprint.historyLength)
        for (ordinal, pod) in pods.enumerated() {
            clusters[spec.site].setLabel(
                KubernetesCluster.roleLabel, databases[id].role(of: ordinal).rawValue, ofPod: pod,
                namespace: spec.namespace)
        }
    }

    /// The pod of the job that is to make a database's first instance stands in the place of all others.
    private mutating func begin(
        _ spec: DatabaseSpec, insteadOf pods: [String], of blueprint: Blueprint,
        effects: inout InfrastructureEffects
    ) {
        let objects = clusters[spec.site].databaseObjects
        guard
            let object = objects.first(where: {
                let reference = ObjectReference($0)
                return (reference.namespace, reference.name) == (spec.namespace, spec.name)
            })
        else { return }
        let id = databases.create(spec, from: blueprint.bootstrap(of: object, in: spec.site))
        let draws = Draws(seed: 0, trial: 0)
        var made = Effects<KubernetesEvent, KubernetesFact>()
        for pod in pods {
            clusters[spec.site].deletePod(
                named: pod, namespace: spec.namespace, at: .start, draws: draws, effects: &made)
        }
        clusters[spec.site].createPod(
            PodTemplate(
                labels: [:], milliCPU: object.requestedMilliCPU, memory: object.requestedMemory,
                zone: spec.zones.first ?? nil),
            named: databases[id].jobPod, namespace: spec.namespace,
            owner: PodOwner(kind: DatabaseSpec.kind, name: spec.name), at: .start, draws: draws,
            effects: &made)
        effects.kubernetes.append((spec.site, made))
    }
}
