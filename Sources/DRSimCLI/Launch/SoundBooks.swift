import DRSimScoring

extension Sequence<TrialScore> {
    /// Makes sure that every trial's durability books balance, before anything of them is shown or kept; the
    /// trials are numbered from `first` on.
    ///
    /// - Throws: `CommandFailure`: the program cannot vouch for its figures.
    func checkBooks(of scenario: String, from first: UInt32 = 0) throws(CommandFailure) {
        for (place, score) in enumerated() {
            guard let violation = score.brokenBooks.first else { continue }
            throw .broken(
                "internal: the books of trial \(Int(first) + place) of \(scenario) are broken: \(violation); "
                    + "its figures are neither shown nor kept")
        }
    }
}
