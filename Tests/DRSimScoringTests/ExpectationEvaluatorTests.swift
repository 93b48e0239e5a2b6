import DRSimDocument
import DRSimPlan
import DRSimScoring
import DRSimTestSupport
import DRSimTrace
import DRSimUnits
import Testing

struct ExpectationEvaluatorTests {
    /// A line of a contract with what must come of it.
    struct Line: Sendable, CustomTestStringConvertible {
        var subject: DRSimPlan.Expectation.Subject
        var relation: DRSimPlan.Expectation.Relation?
        var operand: DRSimPlan.Expectation.Operand = .number(0)
        var held: Bool
        var actual: String

        init(
            _ subject: DRSimPlan.Expectation.Subject, _ relation: DRSimPlan.Expectation.Relation? = nil,
            _ operand: DRSimPlan.Expectation.Operand = .number(0), held: Bool, actual: String
        ) {
            (self.subject, self.relation, self.operand) = (subject, relation, operand)
            (self.held, self.actual) = (held, actual)
        }

        var expectation: DRSimPlan.Expectation {
            DRSimPlan.Expectation(
                text: testDescription, position: SourcePosition(file: "s.yaml", line: 1, column: 1),
                subject: subject,
                comparison: relation.map { DRSimPlan.Expectation.Comparison(relation: $0, operand: operand) })
        }

        var testDescription: String { "\(subject) \(relation?.rawValue ?? "") \(operand)" }
    }

    static let lines: [Line] = [
        Line(.disaster, .equal, .word("region_failure"), held: true, actual: "region_failure"),
        Line(.disaster, .notEqual, .word("none"), held: true, actual: "region_failure"),
        Line(.rta("api"), .atMost, .span(.minutes(40)), held: true, actual: "40m 00s"),
        Line(.rta("api"), .below, .span(.minutes(40)), held: false, actual: "40m 00s"),
        Line(.rta("api"), .atLeast, .span(.minutes(40)), held: true, actual: "40m 00s"),
        Line(.rta("api"), .above, .span(.minutes(40)), held: false, actual: "40m 00s"),
        Line(.rta("api"), .atMost, .number(3_000), held: false, actual: "40m 00s"),
        Line(.rta("portal"), .atMost, .span(.hours(9)), held: false, actual: "never unavailable"),
        Line(.rta("portal"), .notEqual, .span(.hours(9)), held: false, actual: "never unavailable"),
        Line(.rpa("database"), .atMost, .span(.minutes(15)), held: false, actual: "not exercised"),
        Line(.verdict("api"), .equal, .word("met"), held: true, actual: "met"),
        Line(.verdict("portal"), .equal, .word("not_exercised"), held: true, actual: "not_exercised"),
        Line(.restoredBy("api"), .equal, .word("plan"), held: true, actual: "plan"),
        Line(.restoredBy("portal"), .notEqual, .word("people"), held: false, actual: "never unavailable"),
        Line(.unrecovered("api"), held: false, actual: "false"),
        Line(.exercised("api"), held: true, actual: "true"),
        Line(.exercised("portal"), .equal, .word("false"), held: true, actual: "false"),
        Line(.lost("database"), held: false, actual: "false"),
        Line(.phase("api", "decision"), .equal, .span(.minutes(5)), held: true, actual: "5m 00s"),
        Line(
            .phase("api", "aproval"), .equal, .span(.zero), held: false,
            actual: "it went through detection, decision, step wait, node start, clients cut over"),
        Line(
            .phase("portal", "decision"), .atMost, .span(.hours(1)), held: false,
            actual: "never unavailable"),
        Line(.count(.approvals), .equal, .number(0), held: true, actual: "0"),
        Line(.count(.alerts), .atLeast, .number(1), held: false, actual: "0"),
        Line(.count(.alerts), .atLeast, .word("1"), held: false, actual: "0"),
        Line(.cost(.lostRevenue), .equal, .number(12_500), held: true, actual: "12500"),
        Line(.cost(nil), .above, .number(0), held: true, actual: "46083.33"),
    ]

    @Test(arguments: lines)
    func `each subject is compared in its own unit`(line: Line) throws {
        let score = MilestonesTests.score(AttributionTests.failover())
        let result = try #require(ExpectationEvaluator.evaluate([line.expectation], score).first)
        #expect(
            result
                == ExpectationResult(text: line.testDescription, held: line.held, actual: line.actual))
    }

    @Test func `what never came back has no number to compare`() throws {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(10))
        builder.serve(SamplePlan.api, 0, at: .minutes(10), cause: fault)
        builder.timeline(of: SamplePlan.database)
        let score = MilestonesTests.score(builder)
        let lines = [
            Line(.disaster, .equal, .word("none"), held: true, actual: "none"),
            Line(.rta("api"), .above, .span(.hours(1)), held: false, actual: "not restored"),
            Line(.unrecovered("api"), held: true, actual: "true"),
            Line(.lost("database"), held: true, actual: "true"),
            Line(.rpa("database"), .above, .span(.zero), held: false, actual: "lost"),
            Line(.cost(.dataLoss), .above, .number(0), held: false, actual: "no price"),
            Line(.count(.failbackSeconds), .below, .number(60), held: false, actual: "nobody came back"),
            Line(.count(.failbacks), .equal, .number(0), held: true, actual: "0"),
        ]
        let results = ExpectationEvaluator.evaluate(lines.map(\.expectation), score)
        #expect(results.map(\.held) == lines.map(\.held))
        #expect(results.map(\.actual) == lines.map(\.actual))
    }

    @Test func `what nobody knows keeps no contract`() {
        var score = MilestonesTests.score(UnknownLossTests.trace())
        score.money.readings = [.includesDataLoss(true)]
        let lines = [
            Line(.lost("database"), held: false, actual: "not known"),
            Line(.lost("database"), .equal, .word("false"), held: false, actual: "not known"),
            Line(.rpa("database"), .atLeast, .span(.zero), held: false, actual: "not known"),
            Line(.count(.lostTransactions), .atLeast, .number(0), held: false, actual: "not known"),
            Line(.count(.discardedTransactions), .equal, .number(0), held: false, actual: "not known"),
            Line(.cost(.dataLoss), .atLeast, .number(0), held: false, actual: "no price"),
            Line(.cost(nil), .atLeast, .number(0), held: false, actual: "no price"),
            Line(.count(.splitBrainWrites), .equal, .number(0), held: true, actual: "0"),
        ]
        let results = ExpectationEvaluator.evaluate(lines.map(\.expectation), score)
        #expect(results.map(\.held) == lines.map(\.held))
        #expect(results.map(\.actual) == lines.map(\.actual))
    }
}
