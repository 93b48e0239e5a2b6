import DRSimDocument
import DRSimScoring
import DRSimTestSupport
import DRSimUnits
import Testing

@testable import DRSimCLI

struct FailbackViewTests {
    private let failbacks = SampleRun().record.score.failbacks

    private func text(_ failbacks: [FailbackScore]) -> String? {
        FailbackView(failbacks: failbacks, onset: SampleRun.onset).text
    }

    @Test func `tells when, whom it interrupted and what it brought home`() {
        #expect(
            text(failbacks) == """
                  1. failback: RTA 12m 00s, from decision to users at home
                  begun +2h 00m 00s · decided +3h 00m 00s · at home +3h 12m 00s · completed +3h 10m 00s
                  interrupted 2 services, auth 11m 00s at most
                  database: 4,321 transactions carried home, 7 left behind; 3h 00m 00s without a copy in a \
                second region
                """)
    }

    @Test func `says that data is not at home, and that nobody agreed`() throws {
        var open = FailbackScore(runbook: "failback", startedAt: SampleRun.onset + .hours(2))
        open.stores = failbacks[0].stores
        open.stores[0].homeAt = nil
        let lines = try #require(text([open])).split(separator: "\n")
        #expect(lines[0] == "  1. failback: RTA –, from decision to users at home")
        #expect(lines[1] == "  begun +2h 00m 00s · not decided · not at home · still under way")
        #expect(lines[2] == "  interrupted nobody")
        #expect(lines[3] == "  database: is not at home; 3h 00m 00s without a copy in a second region")
    }

    @Test func `is silent on one that found nothing to bring home`() {
        var idle = FailbackScore(runbook: "failback", startedAt: .start)
        idle.outcome = .failed
        #expect(text([idle]) == nil && text([]) == nil)
        let second = FailbackView.json(of: [idle, failbacks[0]]).array?.last
        #expect(second?["ordinal"] == .integer(2) && text([idle, failbacks[0]])?.hasPrefix("  2. ") == true)
        let first = FailbackView.json(of: [idle]).array?.first
        #expect(first?["ordinal"] == .integer(1) && first?["outcome"] == "failed")
    }

    @Test func `says what overtook it, and when`() throws {
        var overtaken = FailbackScore(runbook: "failback", startedAt: SampleRun.onset + .hours(2))
        (overtaken.outcome, overtaken.endedAt) = (.overtaken, SampleRun.onset + .hours(3))
        overtaken.stores = failbacks[0].stores
        let lines = try #require(text([overtaken] + failbacks)).split(separator: "\n")
        #expect(lines[1].hasSuffix(" · overtaken by another disaster +3h 00m 00s"))
        #expect(lines[4].hasPrefix("  2. failback: RTA 12m 00s"))
    }

    @Test func `has every figure in JSON`() throws {
        let json = try #require(FailbackView.json(of: failbacks).array?.first)
        #expect(json["rta_s"] == .number(720) && json["started_ms"] == .integer(7_500_000))
        #expect(json["interruptions"]?.array?.first?["seconds"] == .number(660))
        let store = json["stores"]?.array?.first
        #expect(store?["reconciled"] == .integer(4_321) && store?["left_behind"] == .integer(7))
        #expect(store?["unprotected_s"] == .number(10_800))
    }
}
