import DRSimHarness
import DRSimPlan
import DRSimUnits

/// `docs/findings.md`: what each level of the plan comes to in each scenario, and each finding's price.
struct FindingsMarkdown {
    let catalogue: FindingCatalogue
    let results: [FindingResult]
    let levels: LevelTable

    /// The document.
    var text: String {
        """
        # Findings

        Written by `drsim findings --markdown`; every figure is simulated, one trial of each
        scenario's own seed.

        ## Every scenario at every level

        Recovery time of the slowest Tier 1 service, recovery point of the worst store that a service needs,
        dollars. `–` was not put to the test.

        \(levelTable)

        Beside the ladder, where a scenario asks what one thing otherwise would come to:

        \(variantTable)

        ## Every finding

        Put back into `\(catalogue.mended)` it has a price (with − without); mended alone in \
        `\(catalogue.faulty)` it brings what the last column says.

        \(findingTable)
        """
    }

    /// The table of levels, a row for each scenario.
    private var levelTable: String {
        Self.table(["scenario"] + levels.levels, levels.rows.map { Self.texts(of: $0) })
    }

    private var variantTable: String {
        Self.table(
            ["scenario", "plan", "comes to"],
            levels.variants.map { [$0.scenario.id, $0.overlay, Self.text(of: $0.cell)] })
    }

    /// The row of one scenario.
    static func texts(of row: LevelTable.Row) -> [String] {
        [row.scenario.id] + row.cells.map { text(of: $0) }
    }

    private static func text(of cell: LevelTable.Cell) -> String {
        "\(cell.time) · \(cell.data) · \(cell.money.inMajorUnits.rounded().grouped)"
    }

    private var findingTable: String {
        let head = ["id", "where", "what", "mended at", "ΔRTA", "ΔRPA", "Δ$", "verdicts", "mended alone"]
        return Self.table(head, results.map { row($0) })
    }

    private func row(_ result: FindingResult) -> [String] {
        let finding = result.finding
        let head = [finding.id, finding.source, finding.title, finding.mendedAt ?? "–"]
        switch finding.evidence {
        case .scenario:
            let (price, gain) = (FindingText(outcome: result.price), FindingText(outcome: result.gain))
            let alone = gain.reason ?? "\(gain.time), \(gain.data), \(gain.money); \(gain.verdicts)"
            let verdicts = (price.reason ?? price.verdicts) + (finding.note.map { ". \($0)" } ?? "")
            return head + [price.time, price.data, price.money, verdicts, alone]
        case .check(let reason, let place):
            return head + ["–", "–", "–", "not simulable: \(reason)", "`\(place)`"]
        }
    }

    private static func table(_ head: [String], _ rows: [[String]]) -> String {
        let rule = head.map { _ in "---" }
        return ([head, rule] + rows).map { cells in
            "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
        }.joined(separator: "\n")
    }
}

extension Double {
    /// A whole number with its thousands set apart.
    fileprivate var grouped: String { Int64(self).groupedByThousands }
}
