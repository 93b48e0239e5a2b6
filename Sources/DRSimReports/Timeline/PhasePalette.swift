import DRSimScoring
import DRSimUnits

/// The phases of a recovery with a letter and a colour each: the letter says it without the colour.
struct PhasePalette {
    /// The phases that can be seen, in the order in which they first appear.
    let names: [String]
    /// Those of which every bar is too short to be seen: they share a sign.
    let tiny: [String]

    init(_ services: [ServiceScore]) {
        var names: [String] = []
        for phase in services.flatMap(\.phases) where !names.contains(phase.name) {
            names.append(phase.name)
        }
        let longest = services.flatMap(\.phases).map(\.span).max() ?? .zero
        let long = names.filter { name in
            services.contains { service in
                service.phases.contains { $0.name == name && $0.span * 100 >= longest }
            }
        }
        (self.names, tiny) = (long, names.filter { !long.contains($0) })
    }

    /// A phase's letters: A to Z, then AA and on.
    func letter(_ name: String) -> String {
        guard let index = names.firstIndex(of: name) else { return "·" }
        let letter = String(UnicodeScalar(UInt8(65 + index % 26)))
        return index < 26 ? letter : String(UnicodeScalar(UInt8(64 + index / 26))) + letter
    }

    /// A phase's colour: light enough for dark letters to be read on it.
    func colour(_ name: String) -> String {
        guard let index = names.firstIndex(of: name) else { return "#8a94a0" }
        return Self.colours[index % Self.colours.count]
    }

    // Tints of Okabe and Ito's colours, which colour-blind readers can tell apart.
    private static let colours = [
        "#f2b134", "#8ecae6", "#6bbf9a", "#e3a6c7", "#f4a582", "#c9c9c9", "#d9d06a", "#a6b8e8",
        "#e0c9a6", "#9fd8d0", "#cbb3e6", "#f7d9e6", "#b7d98b", "#ffd27f", "#b9c6d3", "#f0a7a0",
    ]
}
