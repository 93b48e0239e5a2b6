import DRSimScoring
import TextTable

/// True class × what it was taken for × what was done, over many trials.
struct ConfusionView {
    let matrix: ConfusionMatrix

    /// Creates the view of these trials.
    init(_ handlings: [Handling]) {
        matrix = ConfusionMatrix(handlings)
    }

    /// One trial's in a line.
    static func line(_ handling: Handling) -> String {
        let taken =
            handling.takenBy == .nobody
            ? "noticed by nobody" : "taken for \(handling.taken) by \(handling.takenBy.rawValue)"
        return "  it was \(handling.truthText); \(mark(handling.isTakenRight)) \(taken); "
            + "\(mark(handling.isActedRight)) acted on as \(handling.acted)"
    }

    /// The table, how much of it is right, and how often a false alarm comes a year.
    var text: String {
        let right =
            "  taken for what it is in \(matrix.takenRight) of \(matrix.trials) trials, "
            + "acted on as what it is in \(matrix.actedRight)"
        return Ink.heading("── CONFUSION  what disasters are, are taken for, and are acted on as") + "\n"
            + ([table, right] + rates).joined(separator: "\n")
    }

    private var table: String {
        TextTable<ConfusionMatrix.Cell> { cell in
            let handling = cell.handling
            return [
                Column(title: "true class", value: handling.truthText),
                Column(title: "taken for", value: Self.mark(handling.isTakenRight, handling.taken)),
                Column(title: "by", value: handling.takenBy.rawValue),
                Column(title: "acted on as", value: Self.mark(handling.isActedRight, handling.acted)),
                Column(title: "trials", value: "\(cell.trials) of \(cell.ofTruth)", align: .right),
            ]
        }.text(matrix.cells)
    }

    private static func mark(_ isRight: Bool, _ label: Handling.Label) -> String {
        "\(mark(isRight)) \(label)"
    }

    private static func mark(_ isRight: Bool) -> String { isRight ? Ink.good("✓") : Ink.bad("✗") }

    private var rates: [String] {
        guard let alarms = matrix.falseAlarms, let actions = matrix.falseActions else { return [] }
        let (come, acted) = (ConfusionMatrix.text(alarms), ConfusionMatrix.text(actions))
        return ["  false alarms a year: \(come); acted on: \(acted)"]
    }
}
