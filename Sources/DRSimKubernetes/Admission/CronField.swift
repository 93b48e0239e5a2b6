/// One field of a schedule: a list of ranges, each a number or a name, two of them with a hyphen between, or
/// `*` or `?` for all, with a step behind a slash.
struct CronField: Hashable, Sendable {
    /// The values it takes, in order.
    let values: [Int]
    /// Whether one of its ranges is `*` or `?`: then it does not say which.
    let isAny: Bool

    /// What a kind of field can hold.
    struct Bounds: Sendable {
        let range: ClosedRange<Int>
        /// The names of its values, the first value's first.
        var names: [String] = []

        /// Those of the six fields, in order.
        static let all = [
            Bounds(range: 0...59), Bounds(range: 0...59), Bounds(range: 0...23), Bounds(range: 1...31),
            Bounds(
                range: 1...12,
                names: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]),
            Bounds(range: 0...6, names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]),
        ]
    }

    init(_ text: String, in bounds: Bounds) throws(CronSchedule.Problem) {
        var (found, isAny) = ([Int](), false)
        for part in text.split(separator: ",").map(String.init) {
            found += try Self.values(of: part, in: bounds)
            isAny = isAny || part.first == "*" || part.first == "?"
        }
        (values, self.isAny) = (bounds.range.filter(found.contains), isAny)
    }

    private static func values(
        of text: String, in bounds: Bounds
    ) throws(CronSchedule.Problem) -> StrideThrough<Int> {
        let halves = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let ends = halves[0].split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        var (low, high) = (bounds.range.lowerBound, bounds.range.upperBound)
        if ends[0] != "*", ends[0] != "?" {
            guard ends.count <= 2 else { throw .init("Too many hyphens: \(text)") }
            low = try number(ends[0], in: bounds)
            // `N/STEP` means from there to the end.
            if ends.count == 2 {
                high = try number(ends[1], in: bounds)
            } else if halves.count == 1 {
                high = low
            }
        }
        guard halves.count <= 2 else { throw .init("Too many slashes: \(text)") }
        let step = halves.count == 2 ? try number(halves[1]) : 1
        if low < bounds.range.lowerBound {
            throw .init("Beginning of range (\(low)) below minimum (\(bounds.range.lowerBound)): \(text)")
        }
        if high > bounds.range.upperBound {
            throw .init("End of range (\(high)) above maximum (\(bounds.range.upperBound)): \(text)")
        }
        if low > high {
            throw .init("Beginning of range (\(low)) beyond end of range (\(high)): \(text)")
        }
        guard step > 0 else { throw .init("Step of range should be a positive number: \(text)") }
        return stride(from: low, through: high, by: step)
    }

    private static func number(_ text: String, in bounds: Bounds) throws(CronSchedule.Problem) -> Int {
        if let place = bounds.names.firstIndex(of: text.lowercased()) {
            return bounds.range.lowerBound + place
        }
        return try number(text)
    }

    private static func number(_ text: String) throws(CronSchedule.Problem) -> Int {
        guard let number = Int(text) else {
            throw .init("Failed to parse int from \(text): strconv.Atoi: parsing \"\(text)\": invalid syntax")
        }
        guard number >= 0 else { throw .init("Negative number (\(number)) not allowed: \(text)") }
        return number
    }
}
