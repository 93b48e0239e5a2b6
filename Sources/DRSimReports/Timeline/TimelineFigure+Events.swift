import DRSimScoring
import DRSimUnits

extension TimelineFigure {
    /// Detection, declaration and first notice as lines across all lanes, each with its offset; a
    /// label that would lie on the one before it moves up a row.
    var milestones: [XMLElement] {
        let score = run.score
        let moments: [(String, Instant?)] = [
            ("detected", score.detection), ("first notice", score.communication),
            ("declared", score.declaration),
        ]
        let shown = moments.compactMap { name, at in at.map { (name: name, at: $0 - onset) } }
            .filter { axis.shows($0.at) }
            .sorted { $0.at < $1.at }
        // From the last to the first, and upwards: so no line runs through an earlier label.
        var starts = [Int.max, Int.max, Int.max]
        return shown.reversed().flatMap { moment -> [XMLElement] in
            let label = "\(moment.name) \(Words.offset(moment.at))"
            let place = axis.place(moment.at)
            let row = starts.firstIndex { place.tenths + label.count * 62 < $0 } ?? 2
            for lower in 0...row { starts[lower] = place.tenths }
            let top = Self.lanesTop - 22 - row * 15
            return [
                line(x: "\(place)", from: top + 3, to: factsTop - 32, class: "milestone"),
                words(label, x: "\(Pixels(tenths: place.tenths + 30))", y: top + 8, class: "milestone-name"),
            ]
        }
    }

    /// The numbers of the facts, in rows so that none covers another.
    var rows: [[(number: Int, place: Pixels)]] {
        var rows: [[(number: Int, place: Pixels)]] = []
        for (index, fact) in selection.facts.enumerated() where axis.shows(fact.at - onset) {
            let marker = (number: index + 1, place: axis.place(fact.at - onset))
            let free = rows.firstIndex { row in
                row.last.map { marker.place - $0.place >= Pixels(tenths: 180) } ?? true
            }
            if let free { rows[free].append(marker) } else { rows.append([marker]) }
        }
        return rows
    }

    /// The facts as numbered circles on the axis.
    var markers: [XMLElement] {
        let heading = words(
            "facts, as numbered below", x: "172", y: factsTop + 4, class: "tick", anchor: "end")
        return [heading]
            + rows.enumerated().flatMap { index, row in
                row.flatMap { marker -> [XMLElement] in
                    let y = factsTop + index * 18
                    return [
                        XMLElement(
                            "circle",
                            ["cx": "\(marker.place)", "cy": "\(y)", "r": "8", "class": "fact"]),
                        words(
                            "\(marker.number)", x: "\(marker.place)", y: y + 4, class: "number",
                            anchor: "middle"),
                    ]
                }
            }
    }
}
