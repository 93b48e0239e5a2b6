import DRSimScoring
import DRSimUnits

extension TimelineFigure {
    /// Detection, declaration and first notice as lines across all lanes, each with its offset; a
    /// label that would lie on the one before it moves up a row.
    var milestones: [XMLElement] {
        let score = run.score
        let moments: [(String, Instant?)] = [
            ("detected", score.detection), ("first notice", score.communication),
            (score.declarationWords(run.timeline.lazy.map { (at: $0.at, kind: $0.kind) }), score.declaration),
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

    /// A fact of the picture's last row, or several that stand too close to be told apart.
    struct Marker {
        let first: Int
        var last: Int
        let place: Pixels

        var label: String { first == last ? "\(first)" : "\(first)–\(last)" }
        var width: Int { first == last ? 16 : 34 }
    }

    /// The facts in the order of time, those less than a marker apart as one.
    private var facts: [Marker] {
        var markers: [Marker] = []
        for (index, fact) in selection.facts.enumerated() where axis.shows(fact.at - onset) {
            let place = axis.place(fact.at - onset)
            if let last = markers.last, place - last.place < Pixels(tenths: 360) {
                markers[markers.count - 1].last = index + 1
            } else {
                markers.append(Marker(first: index + 1, last: index + 1, place: place))
            }
        }
        return markers
    }

    /// The facts as numbers on the axis.
    var markers: [XMLElement] {
        let heading = words(
            "facts, as numbered below", x: "172", y: factsTop + 4, class: "tick", anchor: "end")
        return [heading]
            + facts.flatMap { marker -> [XMLElement] in
                let left = Pixels(tenths: marker.place.tenths - 80)
                let middle = Pixels(tenths: left.tenths + marker.width * 5)
                return [
                    XMLElement(
                        "rect",
                        [
                            "x": "\(left)", "y": "\(factsTop - 8)", "width": "\(marker.width)",
                            "height": "16", "rx": "8", "class": "fact",
                        ]),
                    words(
                        marker.label, x: "\(middle)", y: factsTop + 4, class: "number", anchor: "middle"),
                ]
            }
    }
}
