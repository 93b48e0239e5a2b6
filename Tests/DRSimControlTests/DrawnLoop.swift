import DRSimControl
import DRSimPlan
import DRSimUnits

/// A controller and its surroundings drawn from a seed: any policy, any runbooks, any weather.
struct DrawnLoop {
    let controller: FailoverController
    let surroundings: Surroundings

    init(seed: UInt64) {
        var draws = SeededGenerator(state: seed &* 0x9E37_79B9_7F4A_7C15)
        let policy = Self.policy(&draws)
        let books = ["mend", "move", "swap"].map { name in
            Runbook(
                id: RunbookID(name), title: name, source: "test",
                steps: (0..<Int.random(in: 0...4, using: &draws)).map { Self.step($0, &draws) })
        }
        let start = Instant.seconds(Int64.random(in: 0...40, using: &draws))
        controller = FailoverController(
            policy: policy, runbooks: books,
            classes: [
                .make("asked", autoFailover: false), .make("unasked", autoFailover: true),
            ], startingAt: start)
        surroundings = Self.surroundings(&draws, from: start, sleeping: policy.pollInterval)
    }

    private static func policy(_ draws: inout SeededGenerator) -> ControllerPolicy {
        let window = Int.random(in: 1...4, using: &draws)
        let functions = ["write", "page", "call", "repair"].filter { _ in draws.happens(9, in: 10) }
        var policy = ControllerPolicy.make(
            detection: .init(required: Int.random(in: 1...window, using: &draws), window: window),
            latch: draws.happens(1, in: 3),
            coolDown: draws.pick([.zero, .seconds(30), .seconds(61), .minutes(7), .minutes(20)]),
            obeysApprovalPolicy: draws.happens(1, in: 2), definedFunctions: functions,
            calls: .init(alert: ["write", "page"], escalation: "call"))
        policy.pollInterval = draws.pick([.seconds(30), .seconds(30), .seconds(7)])
        policy.responses = DisasterType.allCases.map { disaster in
            ControllerPolicy.Response(
                disaster: disaster, incidentClass: draws.pick([nil, "asked", "unasked"]),
                runbook: draws.pick([nil, "mend", "move", "swap"]), source: "test")
        }
        return policy
    }

    private static func step(_ index: Int, _ draws: inout SeededGenerator) -> Step {
        let command = Command(argv: ["do"])
        let actions: [StepAction] = [
            .run(command), .run(command), .call("repair"),
            .wait(.seconds(Int64.random(in: 0...90, using: &draws))),
            .verify(
                Verification(
                    command: command, condition: .succeeds, interval: .seconds(10), deadline: .minutes(1))),
            .approve(Approval(role: "lead", question: "Go?", timeout: .minutes(3))),
            .notify(Notice(channels: ["chat"], audience: .responders, message: "hello")),
        ]
        return .make(
            StepID("\(index)"), draws.pick(actions),
            timeout: .seconds(Int64.random(in: 20...200, using: &draws)),
            retries: Int.random(in: 0...2, using: &draws), retryDelay: draws.pick([.zero, .seconds(15)]),
            onFailure: draws.pick([.escalate, .proceed]))
    }

    private static func surroundings(
        _ draws: inout SeededGenerator, from start: Instant, sleeping interval: Span
    ) -> Surroundings {
        let snapshots: [HealthSnapshot?] = [
            .allHealthy, .allHealthy, .allHealthy.failing(.storageSystems), .primaryLost, .regionLost,
            .zoneLost, .allHealthy.failing(.applicationPods), nil,
        ]
        let checkSpan = draws.pick([.zero, .seconds(1), Span(milliseconds: 1_234)])
        var seen: [(from: Instant, snapshot: HealthSnapshot?)] = [(.start, draws.pick(snapshots))]
        var now = start + checkSpan
        while now < .seconds(5_400) {
            // Changes often meet the instant at which a poll answers.
            let polls = Int64.random(in: 1...60, using: &draws)
            let grid = (interval + checkSpan) * polls
            now = now + (draws.happens(1, in: 2) ? grid : .seconds(Int64.random(in: 1...900, using: &draws)))
            seen.append((now, draws.pick(snapshots)))
        }
        let answers = draws.next()
        var surroundings = Surroundings(seen: seen, resets: draws.happens(1, in: 2) ? [.seconds(2_700)] : [])
        surroundings.checkSpan = checkSpan
        surroundings.command = { token in
            var answer = SeededGenerator(state: answers &+ UInt64(token.number))
            let span = Span.seconds(Int64.random(in: 0...40, using: &answer))
            return answer.happens(1, in: 12) ? nil : (span, answer.happens(1, in: 4) ? 1 : 0)
        }
        surroundings.approval = { token in
            var answer = SeededGenerator(state: answers &+ UInt64(token.number))
            let span = Span.seconds(Int64.random(in: 0...700, using: &answer))
            return answer.happens(1, in: 8) ? nil : (span, answer.happens(3, in: 4))
        }
        return surroundings
    }
}

/// SplitMix64: the same draws from the same seed.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func happens(_ times: Int, in tries: Int) -> Bool {
        Int.random(in: 0..<tries, using: &self) < times
    }

    mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &self)]
    }
}
