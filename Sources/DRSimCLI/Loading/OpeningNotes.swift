import OrderedCollections

/// What is wrong with installations before anything has happened to them, each thing said once.
struct OpeningNotes {
    /// By level and problem the scenarios it was found in.
    private var scenarios: OrderedDictionary<Place, [String]> = [:]

    private struct Place: Hashable {
        let level, problem: String
    }

    /// Notes the problems of a scenario's plan at a level.
    mutating func add(_ problems: [String], of scenario: String, at level: String) {
        for problem in problems {
            scenarios[Place(level: level, problem: problem), default: []].append(scenario)
        }
    }

    /// A line for each problem and level, with the scenario or how many there are.
    var texts: [String] {
        scenarios.map { place, paths in
            let subject = paths.count == 1 ? paths[0] : "\(paths.count) scenarios"
            return "note: \(subject) at \(place.level): \(place.problem)"
        }
    }
}
