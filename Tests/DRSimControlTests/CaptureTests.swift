import DRSimControl
import DRSimPlan
import DRSimUnits
import Testing

/// Steps that depend on what is found: what they capture, and what they leave undone.
struct CaptureTests {
    private static func step(
        _ id: StepID, _ argv: [String], input: String? = nil, unless: [String]? = nil,
        capture: Capture? = nil, retries: Int = 0, onFailure: Step.FailurePolicy = .escalate,
        timeout: Span? = nil
    ) -> Step {
        let look = unless.map { Look(command: Command(argv: $0), condition: .contains("yes")) }
        return Step(
            id: id, title: id.name, action: .run(Command(argv: argv, input: input)), unless: look,
            capture: capture, timeout: timeout, retries: retries, retryDelay: .seconds(5),
            onFailure: onFailure, source: "test")
    }

    private static let listing = Capture(name: "dump", part: .lastWord)

    @Test func `what a step captures completes the commands of later steps`() {
        let run = ProcedureRun(
            [
                Self.step("find", ["list"], capture: Self.listing),
                Self.step("restore", ["restore", "s3://backups/${dump}"], input: "from ${dump}"),
            ],
            answers: [.output("1 GB monday.gz\n2 GB tuesday.gz\n")])
        #expect(run.log.contains("1s run restore s3://backups/tuesday.gz"))
        #expect(run.executor.status == .completed)
    }

    @Test func `what people know when they begin is there from the first step on`() {
        let run = ProcedureRun(
            [Self.step("restore", ["restore", "--to", "${recovery_target}"])],
            bindings: Bindings([.recoveryTarget: "noon"]))
        #expect(run.log.contains("0s run restore --to noon"))
    }

    @Test func `a command with a name that has no value fails and is not run`() {
        let run = ProcedureRun([Self.step("restore", ["restore", "${dump}"], retries: 1)])
        #expect(!run.log.contains { $0.contains("run") })
        #expect(run.executor.status == .failed("restore", .unbound("dump")))
        #expect(run.log.contains("0s restore retried (2): nobody knows ${dump}"))
    }

    @Test func `output without a word is nothing to capture, and the step fails`() {
        let run = ProcedureRun(
            [Self.step("find", ["list"], capture: Self.listing)], answers: [.output(" \n")])
        #expect(run.executor.status == .failed("find", .nothingToCapture("dump")))
    }

    @Test func `a step that is passed over after its failure has captured nothing`() {
        let run = ProcedureRun(
            [
                Self.step("find", ["list"], capture: Self.listing, onFailure: .proceed),
                Self.step("restore", ["restore", "${dump}"]),
            ], answers: [.status(1)])
        #expect(run.executor.status == .failed("restore", .unbound("dump")))
    }

    @Test func `a step whose end holds already is skipped`() {
        let run = ProcedureRun(
            [Self.step("promote", ["promote"], unless: ["ask"]), .run("next")],
            answers: [.output("yes", after: .seconds(2))])
        #expect(
            run.log == [
                "0s book started", "0s promote started", "0s run ask", "2s promote skipped",
                "2s next started", "2s run do", "3s next succeeded", "3s book completed",
            ])
    }

    @Test(arguments: [ProcedureRun.Answer.output("no"), .status(1)])
    func `a step is carried out where its end does not hold, or cannot be seen`(
        answer: ProcedureRun.Answer
    ) {
        let run = ProcedureRun(
            [Self.step("promote", ["promote"], unless: ["ask"])], answers: [answer, .status(0)])
        #expect(run.log.suffix(3) == ["1s run promote", "2s promote succeeded", "2s book completed"])
    }

    @Test func `a look that does not answer in the step's time is not waited for`() {
        let run = ProcedureRun(
            [Self.step("promote", ["promote"], unless: ["ask"], timeout: .seconds(30))],
            answers: [.never, .status(0)])
        #expect(run.log.suffix(3) == ["30s run promote", "31s promote succeeded", "31s book completed"])
    }

    @Test(arguments: [
        ("a ${b} c", [Placeholder.Piece.text("a "), .name("b"), .text(" c")]),
        ("${a}${b_2}", [.name("a"), .name("b_2")]), ("$a ${} ${A} ${a", [.text("$a ${} ${A} ${a")]),
        ("", []), ("$${a}", [.text("$"), .name("a")]),
    ])
    func `names stand in braces behind a dollar sign`(text: String, pieces: [Placeholder.Piece]) {
        #expect(Placeholder.pieces(of: text) == pieces)
    }

    @Test(
        arguments: [
            (Capture.Part.all, "\n postgres-2 \n", "postgres-2"), (.all, "a  b\n", "a  b"),
            (.lastWord, "x y\nz w\n", "w"), (.all, "", nil), (.lastWord, "\n", nil),
        ] as [(Capture.Part, String, String?)])
    func `a capture keeps all of an output or its last word`(
        part: Capture.Part, output: String, value: String?
    ) {
        #expect(Capture(name: "x", part: part).value(in: output) == value)
    }
}
