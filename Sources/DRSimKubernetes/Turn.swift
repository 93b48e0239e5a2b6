import DRSimKernel
import DRSimUnits

/// One call into a cluster: when it happens, the trial's luck, and what is asked for in it.
struct Turn: Sendable {
    typealias Effects = DRSimKernel.Effects<KubernetesEvent, KubernetesFact>

    let now: Instant
    let draws: Draws
    var effects: Effects
    /// Whether what is created has long been running: the state of a trial's start.
    var isWarm = false

    /// Takes the caller's effects over for the length of the call; hand them back at its end.
    init(at now: Instant, _ draws: Draws, taking effects: inout Effects) {
        (self.now, self.draws, self.effects) = (now, draws, effects)
        effects = Effects()
    }

    mutating func record(_ fact: KubernetesFact) {
        effects.record(fact)
    }

    mutating func schedule(_ event: KubernetesEvent, after span: Span) {
        effects.schedule(event, at: now + span)
    }
}
