import DRSimControl
import DRSimDocument
import DRSimPlan
import DRSimUnits

/// A controller that is fed line by line: the protocol of `drsim decide`.
struct DecisionDesk {
    private var controller: FailoverController
    private var last = Instant(milliseconds: .min)

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
        let value = try parse(line)
        guard let milliseconds = value["at_ms"]?.integer else {
            throw HealthSnapshotLine.Problem(message: "at_ms is missing or no whole number")
        }
        let instant = Instant(milliseconds: milliseconds)
        guard instant >= last else {
            throw HealthSnapshotLine.Problem(message: "at_ms goes back: inputs come in order of time")
        }
        let input = try Self.input(value)
        var answers: [JSONValue] = []
        while let due = controller.wakeAt, due < instant {
            answers += controller.handle(.timer, at: due).map { DirectiveLine.json($0, at: due) }
            // A timer that does not move on would come for ever.
            if controller.wakeAt == due { break }
        }
        last = instant
        return answers + controller.handle(input, at: instant).map { DirectiveLine.json($0, at: instant) }
    }

    private func parse(_ line: String) throws(HealthSnapshotLine.Problem) -> JSONValue {
        do throws(Diagnostic) {
            return try JSONValue(parsing: line)
        } catch {
            throw HealthSnapshotLine.Problem(message: error.message)
        }
    }

    private static func input(_ value: JSONValue) throws(HealthSnapshotLine.Problem) -> Input {
        if value["timer"]?.bool == true { return .timer }
        if value["reset"]?.bool == true { return .reset }
        if let health = value["health"] { return .health(try HealthSnapshotLine.read(health)) }
        if let reason = value["checks_raised"]?.string { return .checksRaised(reason) }
        if let command = value["command"], let token = command["token"]?.integer,
            let status = command["status"]?.integer
        {
            let outcome = CommandOutcome(
                status: Int(status), stdout: command["stdout"]?.string ?? "",
                stderr: command["stderr"]?.string ?? "")
            return .commandFinished(Token(Int(token)), outcome)
        }
        if let approval = value["approval"], let token = approval["token"]?.integer,
            let granted = approval["granted"]?.bool
        {
            return .approval(Token(Int(token)), granted: granted)
        }
        throw HealthSnapshotLine.Problem(
            message: "expected one of timer, health, command, approval, checks_raised, reset")
    }
}
