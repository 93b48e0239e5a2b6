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

    /// The moment of the calendar.
    var calendarTime: CalendarTime { infrastructure.start + (now - .start) }

    /// The index of the cluster a context names.
    func cluster(context: String) -> Int? {
        infrastructure.clusters.firstIndex { $0.context == context }
    }

    /// Whether the API server of a cluster answers the session.
    func answers(cluster: Int) -> Bool {
        infrastructure.clusters[cluster].isControlPlaneUp
            && infrastructure.cloud.isReachable(from: session.site, to: .region(cluster))
    }

    /// Changes a cluster and keeps what it asks for.
    mutating func change<Value>(
        cluster: Int, _ body: ClusterChange<Value>
    ) throws(APIError) -> Value {
        var effects = Effects<KubernetesEvent, KubernetesFact>()
        defer {
            if !effects.isEmpty { self.effects.kubernetes.append((cluster, effects)) }
        }
        return try body(&infrastructure.clusters[cluster], &effects)
    }

    /// Changes a cluster; an error of the API server becomes kubectl's.
    mutating func patched<Value>(
        cluster: Int, _ body: ClusterChange<Value>
    ) throws(CommandFailure) -> Value {
        do throws(APIError) {
            return try change(cluster: cluster, body)
        } catch {
            throw CommandFailure(result: error.commandResult)
        }
    }
}

/// A change of a cluster that its API server can refuse.
typealias ClusterChange<Value> = (
    inout KubernetesCluster, inout Effects<KubernetesEvent, KubernetesFact>
) throws(APIError) -> Value
