import DRSimScoring
import DRSimStatistics
import DRSimUnits

/// The data of one store over many trials.
struct StoreSpread {
    let store: StoreID
    /// How many trials there were, touched it, and left nothing sound of it.
    let trials, exercised, lost: Int
    /// The recovery points of the trials that have one, in seconds.
    let rpas: Sample

    init(store: StoreID, scores: [TrialScore]) {
        let results = scores.compactMap { $0.store(store) }.filter { $0.verdict != .notExercised }
        (self.store, trials, exercised) = (store, scores.count, results.count)
        lost = results.count(where: \.isLost)
        rpas = Sample(results.compactMap { $0.rpa?.inSeconds })
    }

    /// The stores of some trials, in the order of the plan.
    static func all(of scores: [TrialScore]) -> [StoreSpread] {
        (scores.first?.stores ?? []).map { StoreSpread(store: $0.id, scores: scores) }
    }

    /// In how many trials it was lost; nothing where it never was.
    var lostText: String { lost == 0 ? "" : "in \(lost) of \(trials) trials" }

    /// What lost means, where a screen counts it.
    static let legend =
        "lost: nothing sound was left; of a database a backup counts once it is restored"
}
