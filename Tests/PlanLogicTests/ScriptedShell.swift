import DRSimControl
import DRSimPlan
import DRSimUnits

/// Carries a controller through a script of the figures and writes the same log.
struct ScriptedShell {
    private let script: LoopFigures.Script
    private var controller: FailoverController
    private var checks: ArraySlice<String>
    private var statuses: ArraySlice<Int>
    private var pending: [(at: Instant, input: Input)] = [(.start, .timer)]
    private var log: [LoopFigures.Entry] = []
    private var isOver = false

    init(script: LoopFigures.Script, figures: LoopFigures) {
        self.script = script
        (checks, statuses) = (script.checks[...], script.statuses[...])
        controller = FailoverController(
            policy: .document(figures, missing: script.missing),
            runbooks: DisasterType.allCases.map { .document($0, figures) }, classes: [])
    }

    /// The log up to the round of checks that finds nothing left to say.
    static func log(of script: LoopFigures.Script, figures: LoopFigures) -> [LoopFigures.Entry] {
        var shell = ScriptedShell(script: script, figures: figures)
        while !shell.isOver, let next = shell.pending.indices.min(by: shell.isSooner) {
            let (now, input) = shell.pending.remove(at: next)
            for directive in shell.controller.handle(input, at: now) where !shell.isOver {
                shell.carryOut(directive, at: now)
            }
        }
        return shell.log
    }

    private func isSooner(_ left: Int, _ right: Int) -> Bool { pending[left].at < pending[right].at }

    private mutating func carryOut(_ directive: Directive, at now: Instant) {
        switch directive {
        case .takeHealthChecks:
            note("check", at: now)
            check(at: now)
        case .wake(let instant): pending.append((instant, .timer))
        case .alert(_, _, let channels):
            for channel in channels { note("alert \(channel)", at: now) }
        case .execute(let token, _, let attempt):
            note("run \(attempt.runbook) \(attempt.step)", at: now)
            let outcome = CommandOutcome(status: statuses.popFirst() ?? 0)
            let answer = now + Span(milliseconds: script.commandMilliseconds)
            pending.append((answer, .commandFinished(token, outcome)))
        case .escalate: note("escalate", at: now)
        case .report(.checksRaised), .report(.controllerError): note("error", at: now)
        case .report(.stepSucceeded(let attempt, _)) where attempt.step.name.hasPrefix("call "):
            note(attempt.step.name, at: now)
        case .report, .notify, .requestApproval: break
        }
    }

    private mutating func check(at now: Instant) {
        guard let said = checks.popFirst() else {
            isOver = true
            return
        }
        let answer = now + Span(milliseconds: script.checkMilliseconds)
        let input = HealthSnapshot(figures: said).map { Input.health($0) } ?? .checksRaised(said)
        pending.append((answer, input))
    }

    private mutating func note(_ text: String, at now: Instant) {
        log.append(LoopFigures.Entry(at: now.milliseconds, text: text))
    }
}

extension ControllerPolicy {
    /// The document's policy, with channels named after the functions that serve them.
    static func document(_ figures: LoopFigures, missing: [String]) -> ControllerPolicy {
        ControllerPolicy(
            location: .third, pollInterval: .seconds(30), errorInterval: .seconds(60),
            probeFailure: .raise, replicaDatabase: .inRegion, checks: [],
            detection: Detection(required: 1, window: 1), latch: false, coolDown: .zero,
            obeysApprovalPolicy: false, approval: ApprovalPolicy(role: "nobody", timeout: .zero),
            responses: DisasterType.allCases.map {
                Response(
                    disaster: $0, incidentClass: nil, runbook: RunbookID($0.rawValue), source: "L696-705")
            },
            alertChannels: figures.alert,
            definedFunctions: figures.undefined.filter { !missing.contains($0) },
            calls: Calls(alert: figures.alert, escalation: figures.escalation), healthChecks: .probed)
    }
}

extension Runbook {
    /// The document's procedure for a disaster; steps are named by their place, calls by their name.
    static func document(_ disaster: DisasterType, _ figures: LoopFigures) -> Runbook {
        let actions = figures.procedures[disaster.rawValue] ?? []
        let steps = actions.enumerated().compactMap { index, action in
            action.step.map { step in
                let id = action.call.map { "call \($0)" } ?? "\(index)"
                return Step(id: StepID(id), title: id, action: step, source: "L696-705")
            }
        }
        return Runbook(
            id: RunbookID(disaster.rawValue), title: disaster.rawValue, source: "L696-705", steps: steps)
    }
}

extension LoopFigures.Action {
    fileprivate var step: StepAction? {
        if let run { return .run(Command(argv: run)) }
        if let call { return .call(call) }
        return wait.map { .wait(Span(milliseconds: $0)) }
    }
}
