package import DRSimUnits

/// What one way back came to: a procedure of the aftermath that brings production home, from when people
/// began it.
package struct FailbackScore: Hashable, Sendable {
    /// The procedure.
    package var runbook: RunbookID
    /// When people began it.
    package var startedAt: Instant
    /// When it was decided that users may be interrupted: the last approval of the procedure, its start where
    /// it asks nobody; `nil` if nobody agreed.
    package var decidedAt: Instant?
    /// When users were served at home: every store is written there again, and whoever the way back
    /// interrupted is served; where it interrupted nobody, the clients of every name it changed have moved.
    package var homeAt: Instant?
    /// When the procedure ended, or people turned from it; `nil` if it went on at the horizon.
    package var endedAt: Instant?
    /// How it ended.
    package var outcome: Outcome
    /// The services it interrupted, in the order of the plan.
    package var interruptions: [Interruption]
    /// The stores whose writes had left home, in the order of the plan.
    package var stores: [Store]

    /// How a way back ended.
    package enum Outcome: String, CaseIterable, Hashable, Sendable {
        /// Every step was done.
        case completed
        /// A step failed, and it was given up.
        case failed
        /// It was set aside for a new incident, and is begun anew once that is over.
        case overtaken
        /// The horizon came first.
        case unfinished

        /// The outcome in words.
        package var words: String {
            switch self {
            case .completed: "completed"
            case .failed: "given up"
            case .overtaken: "overtaken by another disaster"
            case .unfinished: "still under way"
            }
        }
    }

    /// The time in which the way back left too few of a service's users served.
    package struct Interruption: Hashable, Sendable {
        /// The service.
        package var service: ServiceID
        /// All of it.
        package var span: Span

        /// Creates an interruption.
        package init(service: ServiceID, span: Span) {
            (self.service, self.span) = (service, span)
        }
    }

    /// What became of a store that was written elsewhere.
    package struct Store: Hashable, Sendable {
        /// The store.
        package var id: StoreID
        /// When it was written at home again; `nil` if this way back did not come so far.
        package var homeAt: Instant?
        /// What was acknowledged elsewhere and is in the history that went on at home.
        package var reconciled: StoreScore.Writes
        /// What was acknowledged elsewhere and is not.
        package var leftBehind: StoreScore.Writes
        /// How long, from when its writes left home, or the way back was begun anew, until it was over and a
        /// copy in another region followed again, or the next one was begun, there was no such copy.
        package var unprotected: Span

        /// Creates the fate of a store.
        package init(
            id: StoreID, homeAt: Instant?, reconciled: StoreScore.Writes, leftBehind: StoreScore.Writes,
            unprotected: Span
        ) {
            (self.id, self.homeAt, self.unprotected) = (id, homeAt, unprotected)
            (self.reconciled, self.leftBehind) = (reconciled, leftBehind)
        }
    }

    /// Creates the score of a way back that has only begun.
    package init(runbook: RunbookID, startedAt: Instant) {
        (self.runbook, self.startedAt, outcome) = (runbook, startedAt, .unfinished)
        (interruptions, stores) = ([], [])
    }

    /// Recovery time actual of the way back: from the decision until users were served at home; `nil` if
    /// they never were.
    package var rta: Span? {
        guard let decidedAt, let homeAt else { return nil }
        return max(.zero, homeAt - decidedAt)
    }

    /// The longest interruption of a service.
    package var interrupted: Span { interruptions.map(\.span).max() ?? .zero }

    /// Whether there was anything to bring back; one that looks first, and finds nothing, ends at once.
    package var hasSubject: Bool { outcome == .completed || !stores.isEmpty || !interruptions.isEmpty }
}
