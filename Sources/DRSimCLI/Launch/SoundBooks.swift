import DRSimScoring

extension Sequence<TrialScore> {
    /// Makes sure that every trial's durability books balance, before anything of them is shown or kept.
    ///
    /// - Throws: `CommandFailure`: the program cannot vouch for its figures.
    func checkBooks(of scenario: String) throws(CommandFailure) {
        for (trial, score) in enumerated() {
            guard let violation = score.brokenBooks.first else { continue }
            throw .broken(
                "internal: the books of trial \(trial) of \(scenario) are broken: \(violation); its figures "
                    + "are neither shown nor kept")
        }
    }
}
