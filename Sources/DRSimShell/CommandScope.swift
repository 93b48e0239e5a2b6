import DRSimCloud
import DRSimDocument
import DRSimKernel
import DRSimKubernetes
import DRSimUnits

/// What a command works with while it runs: the session it was typed in, the infrastructure it
/// acts on, the instant at which it answers.
struct CommandScope {
    var session: ShellSession
    var infrastructure: Infrastructure
    var effects: InfrastructureEffects
    let input: String?
    let now: Instant
    let draws: Draws
    /// When the program was started.
    var began: Instant
    /// The number of the command in the trial; part of the keys of draws.
    var ordinal: UInt32 = 0

    /// The moment of the calendar.
    var calendarTime: CalendarTime { infrastructure.start + (now - .start) }

    /// The index of the cluster a context names.
    func cluster(context: String) -> Int? {
        infrastructure.clusters.firstIndex { $0.context == context }
    }

    /// Whether the API server of a cluster answers the session.
    func answers(cluster: Int) -> Bool {
        infrastructure.clusters[cluster].isControlPlaneUp && reaches(region: cluster)
    }

    /// Whether the session can reach a region.
    func reaches(region: Int) -> Bool {
        infrastructure.cloud.canTalk(session.site, to: .region(region))
    }

    /// Changes a cluster and keeps what it asks for.
    mutating func change<Value>(
        cluster: Int, _ body: ClusterChange<Value>
    ) throws(APIError) -> Value {
        var effects = Effects<KubernetesEvent, KubernetesFact>()
        defer {
            if !effects.isEmpty { self.effects.kubernetes.append((cluster, effects)) }
        }
        return try body(&infrastructure.clusters[cluster], now, draws, &effects)
    }

    /// Changes an object and says so. That the operator adds or removes instances of a database that runs is
    /// not simulated: then nothing is changed.
    mutating func write(
        _ place: (type: ResourceType, namespace: String, name: String)?, in index: Int,
        _ body: ClusterChange<CommandResult>
    ) throws(APIError) -> CommandResult {
        guard let place, place.type == .databaseClusters else { return try change(cluster: index, body) }
        var rehearsal = self
        let result = try rehearsal.change(cluster: index, body)
        let counts = [self, rehearsal].map { scope in
            let object = try? scope.infrastructure.clusters[index].object(
                place.type, namespace: place.namespace, name: place.name)
            return object?[path: "spec", "instances"]
        }
        guard counts[0] == nil || counts[0] == counts[1] else {
            return CommandFailure.notSimulated("changing spec.instances of a running Cluster").result
        }
        self = rehearsal
        return result
    }

    /// Asks the cloud for something, or to change; its refusal becomes the command line's.
    mutating func changeCloud<Value>(
        _ body: (inout Cloud, Instant, Draws, inout CloudEffects) throws(CloudError) -> Value
    ) throws(CommandFailure) -> Value {
        do throws(CloudError) {
            return try body(&infrastructure.cloud, now, draws, &effects.cloud)
        } catch {
            throw CommandFailure(254, "\(error)")
        }
    }
}

/// A change of a cluster that its API server can refuse.
typealias ClusterChange<Value> = (
    inout KubernetesCluster, Instant, Draws, inout Effects<KubernetesEvent, KubernetesFact>
) throws(APIError) -> Value
