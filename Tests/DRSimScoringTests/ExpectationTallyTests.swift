import DRSimScoring
import Testing

struct ExpectationTallyTests {
    private func result(_ text: String, _ held: Bool, _ actual: String) -> ExpectationResult {
        ExpectationResult(text: text, held: held, actual: actual)
    }

    @Test func `a line holds only if it held in every trial, and shows the first in which it did not`() {
        let trials = [
            [result("rta <= 60m", true, "50m"), result("alerts >= 1", true, "2")],
            [result("rta <= 60m", false, "61m"), result("alerts >= 1", true, "3")],
            [result("rta <= 60m", false, "65m"), result("alerts >= 1", true, "4")],
        ]
        let tallies = ExpectationTally.all(of: trials)
        #expect(tallies.map(\.isHeld) == [false, true])
        #expect(tallies.map(\.held) == [1, 3])
        #expect(tallies[0].trial == 1 && tallies[0].actual == "61m")
        #expect(tallies[1].trial == 0 && tallies[1].actual == "2")
    }

    @Test func `a fault that broke nothing in one trial alone breaks the contract`() {
        let line = result("alerts >= 1", true, "2")
        let tallies = ExpectationTally.all(of: [
            [line], [line, result("strikes(late)", false, "it never came")], [line],
        ])
        #expect(tallies.map(\.text) == ["alerts >= 1", "strikes(late)"])
        #expect(tallies[1].held == 2 && tallies[1].trial == 1)
        #expect(ExpectationTally.all(of: [[], []]).isEmpty)
    }
}
