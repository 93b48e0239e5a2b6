import DRSimDocument
import DRSimPlan
import DRSimUnits

extension RunbookDraft {
    /// A file of the folder `runbooks`.
    init(_ fields: FieldReader) {
        let id = fields.define("id", .runbook)
        let names = StepNames()
        self.init(
            runbook: Runbook(
                id: RunbookID(id), title: fields.required("title", .text),
                source: fields.required("source", .text), steps: [],
                window: fields.optionalRefer("window", to: .window)),
            items: fields.mappings("steps", "a step") { RunbookDraft.Item($0, of: id, names) })
        names.reportUnusedCaptures(fields.report)
    }
}

extension RunbookDraft.Item {
    /// An item of `steps`.
    fileprivate init(_ fields: FieldReader, of runbook: String, _ names: StepNames) {
        guard fields.has("follow") else {
            self = .step(Step(fields, names))
            return
        }
        _ = fields.alternative(StepAction.keys)
        _ = fields.required("title", .text)
        self = .follow(
            StepID(fields.required("id", .text)),
            RunbookID(fields.optionalRefer("follow", to: .runbook, from: runbook) ?? ""))
        fields.readSource()
    }
}

extension Step {
    fileprivate init(_ fields: FieldReader, _ names: StepNames) {
        let unless: Look? = fields.optionalMapping("unless", "a look") { fields in
            names.noteUses(fields)
            return Look(command: Command(fields), condition: Verification.Condition(fields))
        }
        names.noteUses(fields)
        self.init(
            id: StepID(fields.required("id", .text)), title: fields.required("title", .text),
            action: StepAction(fields, names), unless: unless, capture: names.capture(fields),
            timeout: fields.optional("timeout", .positiveSpan),
            retries: fields.optional("retries", .count) ?? 0,
            retryDelay: fields.optional("retry_delay", .span) ?? .zero,
            onFailure: fields.optional("on_failure", .choice) ?? .escalate,
            source: fields.required("source", .text))
        position = (fields.node("run") ?? fields.node("verify"))?.position ?? fields.position
    }
}

extension StepAction {
    /// The keys of which a step has exactly one.
    static let keys = ["run", "call", "wait", "verify", "approve", "notify", "follow"]

    fileprivate init(_ fields: FieldReader, _ names: StepNames) {
        switch fields.alternative(Self.keys)?.key {
        case "run": self = .run(Command(fields))
        case "call": self = .call(fields.required("call", .text))
        case "wait": self = .wait(fields.required("wait", .span))
        case "verify": self = .verify(fields.mapping("verify", "a verification") { Verification($0, names) })
        case "approve": self = .approve(fields.mapping("approve", "an approval") { Approval($0) })
        case "notify": self = .notify(fields.mapping("notify", "a notice") { Notice($0) })
        default: self = .wait(.zero)
        }
    }
}

extension Command {
    /// The keys `run` and `input`.
    fileprivate init(_ fields: FieldReader) {
        let argv = fields.list("run", of: .argument)
        if argv.isEmpty, fields.node("run")?.items != nil {
            fields.fail("run", ScalarError(.invalidValue, "a command needs a program to run"))
        }
        self.init(argv: argv, input: fields.optional("input", .argument))
    }
}

extension ScalarSyntax where Value == String {
    /// Any text, even an empty one.
    fileprivate static var argument: Self {
        Self(placeholder: "") { (scalar) throws(ScalarError) in scalar.text }
    }
}

extension Verification {
    /// The mapping `verify`.
    fileprivate init(_ fields: FieldReader, _ names: StepNames) {
        names.noteUses(fields)
        self.init(
            command: Command(fields), condition: Condition(fields),
            interval: fields.required("every", .positiveSpan),
            deadline: fields.required("deadline", .positiveSpan))
    }
}

extension Verification.Condition {
    /// One of `succeeds`, `contains`, `at_least` and `at_most`.
    static let keys = ["succeeds", "contains", "at_least", "at_most"]

    fileprivate init(_ fields: FieldReader) {
        switch fields.alternative(Self.keys)?.key {
        case "contains": self = .contains(fields.required("contains", .text))
        case "at_least": self = .atLeast(fields.required("at_least", .number))
        case "at_most": self = .atMost(fields.required("at_most", .number))
        default:
            if fields.optional("succeeds", .flag) == false {
                fields.fail("succeeds", ScalarError(.invalidValue, "`succeeds` can only be true"))
            }
            self = .succeeds
        }
    }
}

extension Approval {
    /// The mapping `approve`.
    fileprivate init(_ fields: FieldReader) {
        self.init(
            role: RoleID(fields.refer("role", to: .role)), question: fields.required("question", .text),
            timeout: fields.required("timeout", .positiveSpan))
    }
}

extension Notice {
    /// The mapping `notify`.
    fileprivate init(_ fields: FieldReader) {
        self.init(
            channels: fields.referList("channels", to: .channel),
            audience: fields.required("audience", .choice),
            message: fields.required("message", .text))
    }
}
