import DRSimDocument
import DRSimPlan
import DRSimUnits
import OrderedCollections

/// The list `faults` of a scenario; faults without a name get one from their kind.
struct FaultList {
    private(set) var faults: [Fault] = []
    private var taken: OrderedSet<String> = []

    /// Reads the faults; one that would strike after the horizon is an error.
    init(_ fields: FieldReader, horizon: Span?) {
        let nodes = fields.items(of: fields.requiredNode("faults"))
        taken = OrderedSet(nodes.compactMap { $0["id"]?.scalar?.text })
        for node in nodes {
            let fault = FieldReader.read(node, "a fault", fields.report) { item in
                let kind = Fault.Kind(item)
                let id = item.optional("id", .text) ?? freeName(kind.name)
                let trigger = Fault.Trigger(item, horizon: horizon)
                let lifetime = Fault.Lifetime(item, of: kind, after: trigger)
                return Fault(
                    id: FaultID(id), kind: kind, trigger: trigger, lifetime: lifetime,
                    crew: item.crew(for: lifetime), position: node.position)
            }
            faults.append(fault)
        }
    }

    /// The kind's name, with a number if it is taken.
    private mutating func freeName(_ kind: String) -> String {
        var name = kind, number = 1
        while taken.contains(name) {
            number += 1
            name = "\(kind)-\(number)"
        }
        taken.append(name)
        return name
    }
}

extension Fault.Lifetime {
    /// The key `duration`, which all but what is over at once must have: a duration, `forever`, or a
    /// distribution it is drawn from each time.
    fileprivate init(_ fields: FieldReader, of kind: Fault.Kind, after trigger: Fault.Trigger) {
        if kind.isMomentary {
            Self.refuseDuration(of: kind, fields)
            self = .forever
        } else if let node = fields.requiredNode("duration"), node.scalar == nil {
            self = .drawn(fields.drawnSpan("duration"))
        } else {
            self = Self.fixed(fields, isRepeated: trigger.isRepeated)
        }
    }

    private static func fixed(_ fields: FieldReader, isRepeated: Bool) -> Self {
        guard fields.has("duration") else { return .forever }
        if let span = fields.required("duration", .durationOrForever) { return .fixed(span) }
        if isRepeated, !fields.hasFailed {
            fields.fail(
                "duration",
                ScalarError(
                    .invalidValue, "a fault that never ends cannot come again",
                    help: "give it a duration, or let it strike once with `at`"))
        }
        return .forever
    }

    private static func refuseDuration(of kind: Fault.Kind, _ fields: FieldReader) {
        guard fields.has("duration") else { return }
        let message = "`\(kind.name)` is over when it has struck: it has no duration"
        fields.fail("duration", ScalarError(.invalidValue, message, help: "remove `duration`"))
    }
}

extension FieldReader {
    /// The key `crew`: who mends a fault, one after the other with whatever else is theirs to mend.
    fileprivate func crew(for lifetime: Fault.Lifetime) -> String? {
        guard let crew = optional("crew", .text) else { return nil }
        if lifetime == .forever, !hasFailed {
            let message = "a fault without an end is mended by nobody"
            fail("crew", ScalarError(.invalidValue, message, help: "give it a duration, or remove `crew`"))
        }
        return crew
    }
}

extension Fault.Trigger {
    fileprivate var isRepeated: Bool {
        if case .every = self { true } else { false }
    }
}

extension FieldReader {
    /// Seconds to be drawn: a duration stands for itself, a mapping is a distribution of durations.
    func drawnSpan(_ key: String) -> Distribution {
        guard let node = requiredNode(key) else { return .constant(1) }
        guard node.scalar == nil else { return .constant(required(key, .positiveSpan).inSeconds) }
        let distribution = mapping(key, "a distribution") { Distribution($0, in: .seconds) }
        if distribution.isAlwaysZero, !hasFailed {
            fail(key, ScalarError(.outOfRange, "these durations are always zero"))
        }
        return distribution
    }
}

extension ScalarSyntax where Value == Span? {
    /// A duration, or `forever`, which is none.
    fileprivate static var durationOrForever: Self {
        Self(placeholder: nil) { (scalar) throws(ScalarError) in
            scalar.text == "forever" ? nil : try ScalarSyntax<Span>.positiveSpan.read(scalar)
        }
    }
}

extension Fault.Trigger {
    /// `at`, or `after` with an event.
    fileprivate init(_ fields: FieldReader, horizon: Span?) {
        switch fields.alternative(["at", "after", "every"])?.key {
        case "after": self = fields.mapping("after", "a trigger") { Self.after($0) }
        case "at":
            let offset = fields.required("at", .span)
            if let horizon, offset >= horizon {
                fields.fail("at", ScalarError(.outOfRange, "the trial ends at \(horizon), before this fault"))
            }
            self = .at(.start + offset)
        case "every": self = .every(Self.interval(fields))
        default: self = .at(.start)
        }
    }

    /// The time between strikes; much shorter, and a trial would never come to its end.
    private static func interval(_ fields: FieldReader) -> Distribution {
        let interval = fields.drawnSpan("every")
        if interval.typical < Span.minutes(1).inSeconds, !fields.hasFailed {
            fields.fail(
                "every",
                ScalarError(.outOfRange, "a fault comes again once a minute at most"))
        }
        return interval
    }

    private static func after(_ fields: FieldReader) -> Self {
        .after(
            fields.required("event", .choice), entity: fields.optional("entity", .text),
            delay: fields.optional("delay", .span) ?? .zero)
    }
}

extension Distribution {
    /// The mean of what is drawn, or a value of that size.
    fileprivate var typical: Double {
        switch self {
        case .constant(let value), .exponential(let value), .lognormal(let value, _): value
        case .uniform(let low, let high): (low + high) / 2
        case .triangular(let low, let mode, let high): (low + mode + high) / 3
        case .mixture(let components): components.reduce(0) { $0 + $1.weight * $1.distribution.typical }
        }
    }

    /// Whether nothing but zero can be drawn.
    fileprivate var isAlwaysZero: Bool {
        switch self {
        case .constant(let value), .uniform(_, let value), .exponential(let value), .lognormal(_, let value),
            .triangular(_, _, let value):
            value == 0
        case .mixture(let components): components.allSatisfy(\.distribution.isAlwaysZero)
        }
    }
}
