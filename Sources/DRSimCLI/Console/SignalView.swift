import DRSimPlan
import DRSimUnits
import DRSimWorld
import TextTable

/// The seven health checks as a plan takes them: what the controller knows of the world.
struct SignalView {
    let plan: Plan

    private struct Row {
        let signal, place, endpoint, healthy, duration, timeout: String
    }

    /// The table.
    var text: String {
        let rows = HealthSignalTable.rows.map { row in
            let check = plan.controller.checks.first { $0.signal == row.signal }
            return Row(
                signal: row.signal.rawValue, place: place, endpoint: row.endpoint, healthy: row.healthy,
                duration: check.map { "\($0.duration)" } ?? "not taken",
                timeout: check.map { "\($0.timeout)" } ?? "")
        }
        return TextTable<Row> { row in
            [
                Column(title: "signal", value: row.signal), Column(title: "asked from", value: row.place),
                Column(title: "through", value: row.endpoint), Column(title: "healthy", value: row.healthy),
                Column(title: "takes", value: row.duration), Column(title: "gives up", value: row.timeout),
            ]
        }.text(rows, indent: 0)
    }

    /// Where the controller runs, and so where it asks from.
    private var place: String {
        let topology = plan.topology
        return switch plan.controller.location {
        case .third: "a third place"
        case .primary: topology.primary?.id.name ?? "the primary region"
        case .recovery: topology.recovery?.id.name ?? "the recovery region"
        }
    }
}
