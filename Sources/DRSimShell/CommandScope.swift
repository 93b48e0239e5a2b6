import DRSimCloud
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
