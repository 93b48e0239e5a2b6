import DRSimDocument
import DRSimPlan
import DRSimUnits

extension Assumption {
    /// An item of `assumptions`.
    init(_ fields: FieldReader) {
        let unit: Unit = fields.required("unit", .choice)
        let isUnitKnown = !fields.hasFailed
        self.init(
            id: AssumptionID(fields.define("id", .assumption)), title: fields.required("title", .text),
            distribution: fields.mapping("distribution", "a distribution") {
                Distribution($0, in: isUnitKnown ? unit : nil)
            },
            unit: unit, source: fields.required("source", .text),
            confidence: fields.required("confidence", .choice))
    }
}

extension Distribution {
    private enum Shape: String, CaseIterable {
        case constant, uniform, exponential, lognormal, triangular, mixture
    }

    /// The keys of which a distribution has exactly one.
    static let shapes = Shape.allCases.map(\.rawValue)

    /// A mapping of one key, the distribution's shape, with its parameters in a unit.
    init(_ fields: FieldReader, in unit: Assumption.Unit?) {
        let key = fields.alternative(Self.shapes)?.key
        let value = ScalarSyntax<Double>.parameter(in: unit)
        switch key.flatMap(Shape.init) {
        case .constant, nil:
            self = .constant(key.map { fields.required($0, value) } ?? 0)
        case .uniform: self = fields.mapping("uniform", "a uniform distribution") { Self.uniform($0, value) }
        case .exponential:
            self = fields.mapping("exponential", "an exponential distribution") {
                Self.exponential($0, value)
            }
        case .lognormal:
            self = fields.mapping("lognormal", "a lognormal distribution") { Self.lognormal($0, value) }
        case .triangular:
            self = fields.mapping("triangular", "a triangular distribution") { Self.triangular($0, value) }
        case .mixture: self = .mixture(Self.components(fields, in: unit))
        }
    }

    private static func uniform(_ fields: FieldReader, _ value: ScalarSyntax<Double>) -> Self {
        let (low, high) = (fields.required("low", value), fields.required("high", value))
        fields.checkAscending(["low", "high"], [low, high])
        return .uniform(low: low, high: high)
    }

    private static func exponential(_ fields: FieldReader, _ value: ScalarSyntax<Double>) -> Self {
        let mean = fields.required("mean", value)
        fields.checkPositive("mean", mean)
        return .exponential(mean: mean)
    }

    private static func lognormal(_ fields: FieldReader, _ value: ScalarSyntax<Double>) -> Self {
        let (median, high) = (fields.required("p50", value), fields.required("p95", value))
        fields.checkPositive("p50", median)
        fields.checkAscending(["p50", "p95"], [median, high])
        return .lognormal(p50: median, p95: high)
    }

    private static func triangular(_ fields: FieldReader, _ value: ScalarSyntax<Double>) -> Self {
        let (low, mode) = (fields.required("low", value), fields.required("mode", value))
        let high = fields.required("high", value)
        fields.checkAscending(["low", "mode", "high"], [low, mode, high])
        return .triangular(low: low, mode: mode, high: high)
    }

    private static func components(_ fields: FieldReader, in unit: Assumption.Unit?) -> [Component] {
        var weights = Share.none
        let components = fields.mappings("mixture", "a part of a mixture") { part in
            let weight = part.required("weight", .share)
            weights = weights + weight
            return Component(
                weight: weight.fraction,
                distribution: part.mapping("distribution", "a distribution") { Distribution($0, in: unit) })
        }
        if weights != .all, fields.has("mixture"), !fields.hasFailed {
            fields.fail(
                "mixture", ScalarError(.inconsistentTotal, "the weights sum to \(weights.exact), not 100%"))
        }
        return components
    }
}

extension ScalarSyntax where Value == Double {
    /// A distribution's parameter: a duration, a size or a plain number, by the unit; anything where the
    /// unit could not be read.
    fileprivate static func parameter(in unit: Assumption.Unit?) -> Self {
        Self(placeholder: 0) { (scalar) throws(ScalarError) in
            switch unit {
            case .seconds: try SpanSyntax.read(scalar).inSeconds
            case .bytes, .bytesPerSecond: Double(try QuantitySyntax.bytes(scalar).bytes)
            case .number: try ScalarSyntax.number.read(scalar)
            case nil: 0
            }
        }
    }
}

extension FieldReader {
    fileprivate func checkAscending(_ keys: [String], _ values: [Double]) {
        guard !hasFailed else { return }
        for index in values.indices.dropFirst() where values[index] < values[index - 1] {
            fail(
                keys[index],
                ScalarError(.outOfRange, "`\(keys[index])` is less than `\(keys[index - 1])`"))
        }
    }

    fileprivate func checkPositive(_ key: String, _ value: Double) {
        if value <= 0, !hasFailed { fail(key, ScalarError(.outOfRange, "`\(key)` must be more than zero")) }
    }
}
