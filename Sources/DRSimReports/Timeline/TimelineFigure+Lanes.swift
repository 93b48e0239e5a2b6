import DRSimScoring
import DRSimUnits

extension TimelineFigure {
    /// A pattern for outages that do not end, visible without colour.
    var hatching: XMLElement {
        XMLElement(
            "defs", [:],
            [
                XMLElement(
                    "pattern",
                    [
                        "id": "open", "width": "6", "height": "6", "patternUnits": "userSpaceOnUse",
                        "patternTransform": "rotate(45)",
                    ],
                    [
                        XMLElement("rect", ["width": "6", "height": "6", "fill": "#fbe3dc"]),
                        XMLElement("rect", ["width": "2", "height": "6", "fill": "#b5432a"]),
                    ])
            ])
    }

    /// Ticks with their offsets, and a line down through all lanes.
    var grid: [XMLElement] {
        let bottom = factsTop - 32
        return axis.ticks.flatMap { tick -> [XMLElement] in
            let place = "\(axis.place(tick))"
            let label = tick == .zero ? "onset" : "+" + Words.hard(tick.brief)
            return [
                line(x: place, from: Self.lanesTop - 6, to: bottom, class: tick == .zero ? "axis" : "grid"),
                words(label, x: place, y: bottom + 14, class: "tick", anchor: "middle"),
            ]
        }
    }

    /// A service: its name, its outage in phases, the objective's mark and the outcome in words.
    func lane(_ index: Int, _ service: ServiceScore) -> [XMLElement] {
        let top = Self.lanesTop + index * Self.laneHeight
        var elements = [
            words(clipped(name(service)), x: "180", y: top + 13, class: "name", anchor: "end"),
            words(outcome(service), x: "762", y: top + 13, class: "outcome \(service.verdict.tone)"),
        ]
        elements += otherBars(service, top)
        elements += service.restoredAt == nil ? openBar(service, top) : phaseBars(service, top)
        guard let rto = service.rto, let from = service.unavailableFrom, axis.shows(from - onset + rto) else {
            return elements
        }
        let place = "\(axis.place(from - onset + rto))"
        elements.append(line(x: place, from: top - 1, to: top + 19, class: "rto"))
        let isFirst = index == 0 || services[index - 1].rto != rto
        if isFirst {
            elements.append(words("RTO", x: place, y: top - 2, class: "rto-name", anchor: "middle"))
        }
        return elements
    }

    /// The outages that were not as bad as the one that is told.
    private func otherBars(_ service: ServiceScore, _ top: Int) -> [XMLElement] {
        service.episodes.filter { $0.from != service.unavailableFrom && axis.shows($0.from - onset) }.map {
            let (left, right) = (axis.place($0.from - onset), axis.place($0.to - onset))
            return XMLElement(
                "rect",
                [
                    "x": "\(left)", "y": "\(top + 7)",
                    "width": "\(max(right - left, Pixels(tenths: 10)))", "height": "6", "class": "other",
                ], [XMLElement("title", text: "another outage, \($0.span)")])
        }
    }

    private func openBar(_ service: ServiceScore, _ top: Int) -> [XMLElement] {
        guard let from = service.unavailableFrom else { return [] }
        let (left, right) = (axis.place(from - onset), axis.place(axis.end))
        return [
            XMLElement(
                "rect",
                [
                    "x": "\(left)", "y": "\(top + 3)", "width": "\(right - left)", "height": "14",
                    "fill": "url(#open)", "stroke": "#b5432a",
                ])
        ]
    }

    private func phaseBars(_ service: ServiceScore, _ top: Int) -> [XMLElement] {
        guard let from = service.unavailableFrom else { return [] }
        var elements: [XMLElement] = []
        var begin = from - onset
        for phase in service.phases {
            let (left, right) = (axis.place(begin), axis.place(begin + phase.span))
            let letter = palette.letter(phase.name)
            elements.append(
                XMLElement(
                    "rect",
                    [
                        "x": "\(left)", "y": "\(top + 3)", "width": "\(right - left)", "height": "14",
                        "fill": palette.colour(phase.name), "class": "phase",
                    ], [XMLElement("title", text: "\(Words.spaced(phase.name)): \(phase.span)")]))
            if right - left >= Pixels(tenths: 90 * letter.count) {
                let middle = Pixels(tenths: (left.tenths + right.tenths) / 2)
                elements.append(words(letter, x: "\(middle)", y: top + 14, class: "letter", anchor: "middle"))
            }
            begin = begin + phase.span
        }
        return elements
    }

    private func clipped(_ name: String) -> String {
        name.count <= 30 ? name : name.prefix(29) + "…"
    }

    func line(x: String, from top: Int, to bottom: Int, class style: String) -> XMLElement {
        XMLElement("line", ["x1": x, "x2": x, "y1": "\(top)", "y2": "\(bottom)", "class": style])
    }

    func words(
        _ text: String, x: String, y: Int, class style: String, anchor: String = "start"
    ) -> XMLElement {
        XMLElement("text", ["x": x, "y": "\(y)", "class": style, "text-anchor": anchor], text: text)
    }
}
