package import DRSimPlan

/// How often what happened in a trial.
package struct TrialCounts: Hashable, Sendable {
    /// The numbers, in the order of `Expectation.Count.allCases`.
    private var numbers: [Int64]

    /// Creates counts of nothing.
    package init() {
        numbers = Expectation.Count.allCases.map { _ in 0 }
    }

    /// The number of one kind.
    package subscript(count: Expectation.Count) -> Int64 {
        get { numbers[Self.index(of: count)] }
        set { numbers[Self.index(of: count)] = newValue }
    }

    /// Every kind with its number.
    package var all: [(count: Expectation.Count, number: Int64)] {
        Expectation.Count.allCases.map { ($0, self[$0]) }
    }

    private static func index(of count: Expectation.Count) -> Int {
        guard let index = Expectation.Count.allCases.firstIndex(of: count) else {
            preconditionFailure("\(count) is not among all counts")
        }
        return index
    }
}
