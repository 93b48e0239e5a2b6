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
                return Fault(
                    id: FaultID(id), kind: kind, trigger: Fault.Trigger(item, horizon: horizon),
                    duration: Self.duration(of: kind, item), position: node.position)
            }
            faults.append(fault)
        }
    }

    /// How long the fault lasts, which must be said of all but what is over at once.
    private static func duration(of kind: Fault.Kind, _ fields: FieldReader) -> Span? {
        guard kind.isMomentary else { return fields.required("duration", .durationOrForever) }
        if fields.has("duration") {
            let message = "`\(kind.name)` is over when it has struck: it has no duration"
            fields.fail("duration", ScalarError(.invalidValue, message, help: "remove `duration`"))
        }
        return nil
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
        switch fields.alternative(["at", "after"])?.key {
        case "after": self = fields.mapping("after", "a trigger") { Self.after($0) }
        case "at":
            let offset = fields.required("at", .span)
            if let horizon, offset >= horizon {
                fields.fail("at", ScalarError(.outOfRange, "the trial ends at \(horizon), before this fault"))
            }
            self = .at(.start + offset)
        default: self = .at(.start)
        }
    }

    private static func after(_ fields: FieldReader) -> Self {
        .after(
            fields.required("event", .choice), entity: fields.optional("entity", .text),
            delay: fields.optional("delay", .span) ?? .zero)
    }
}
