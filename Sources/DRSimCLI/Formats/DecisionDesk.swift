import DRSimControl
import DRSimDocument
import DRSimPlan
import DRSimUnits

/// A controller that is fed line by line: the protocol of `drsim decide`.
struct DecisionDesk {
    private var controller: FailoverController
    private var last = Instant(milliseconds: .min)
    /// What the controller has asked and nobody has answered yet.
    private var asked: Set<Token> = []

    init(plan: Plan) {
        controller = FailoverController(
            policy: plan.controller, runbooks: plan.runbooks, classes: plan.incidentClasses)
    }

    /// Answers a line; one that cannot be read changes nothing.
    mutating func answer(_ line: String) -> LineFilter.Answer {
        do throws(HealthSnapshotLine.Problem) {
            return .lines(try take(line).map { $0.text() })
        } catch {
            return .error(error.message)
        }
    }

    /// Takes a line of input; what the controller answers, timers that were due before included.
    mutating func take(_ line: String) throws(HealthSnapshotLine.Problem) -> [JSONValue] {
        let (instant, input) = try DecisionInputLine.read(try parse(line))
        guard instant >= last else {
            throw HealthSnapshotLine.Problem(message: "at_ms goes back: inputs come in order of time")
        }
        var desk = self
        let answers = try desk.answers(to: input, at: instant)
        self = desk
        return answers
    }

    private mutating func answers(
        to input: Input, at instant: Instant
    ) throws(HealthSnapshotLine.Problem) -> [JSONValue] {
        var answers: [JSONValue] = []
        while let due = controller.wakeAt, due < instant || (due == instant && input.answersChecks) {
            answers += handle(.timer, at: due)
            // A timer that does not move on would come for ever.
            if controller.wakeAt == due { break }
        }
        last = instant
        if input.answersChecks, !controller.awaitsChecks {
            throw HealthSnapshotLine.Problem(
                message: "no health checks are under way at \(instant.milliseconds)")
        }
        if let token = input.token, asked.remove(token) == nil {
            throw HealthSnapshotLine.Problem(
                message: "no request with the token \(token.number) waits for an answer")
        }
        return answers + handle(input, at: instant)
    }

    private mutating func handle(_ input: Input, at instant: Instant) -> [JSONValue] {
        controller.handle(input, at: instant).map { directive in
            switch directive {
            case .execute(let token, _, _), .requestApproval(let token, _, _): asked.insert(token)
            default: break
            }
            return DirectiveLine.json(directive, at: instant)
        }
    }

    private func parse(_ line: String) throws(HealthSnapshotLine.Problem) -> JSONValue {
        do throws(Diagnostic) {
            return try JSONValue(parsing: line)
        } catch {
            throw HealthSnapshotLine.Problem(message: error.message)
        }
    }
}

extension Input {
    /// Whether it is what came of health checks.
    fileprivate var answersChecks: Bool {
        switch self {
        case .health, .checksRaised: true
        default: false
        }
    }

    /// The request an input answers.
    fileprivate var token: Token? {
        switch self {
        case .commandFinished(let token, _), .approval(let token, _): token
        default: nil
        }
    }
}
