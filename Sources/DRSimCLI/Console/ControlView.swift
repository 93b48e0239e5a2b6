import DRSimHarness
import DRSimScoring
import DRSimUnits

/// The same disaster with nobody responding, and what the plan bought against it.
struct ControlView {
    let loaded: LoadedCase
    let result: TrialResult
    let seed: UInt64

    /// The comparison, money and the slowest Tier 1 service.
    var text: String {
        let control = loaded.rehearsal(isControl: true).run(seed: seed)
        let saved = control.score.money.total - result.score.money.total
        let currency = result.score.money.currency
        return """

            \(Ink.heading("█ CONTROL  nothing and nobody responds"))
              total     \(control.score.money.total) \(currency) instead of \(result.score.money.total) \(currency)
              the plan  \(saved < .zero ? "cost" : "bought") \(saved < .zero ? .zero - saved : saved) \(currency)
              digest    \(control.digest)
            """
    }
}
