import DRSimDocument
import DRSimPlan
import DRSimShell

extension Blueprint {
    /// What the plan's procedures and backups have typed that the simulated shell cannot do, each once.
    var gaps: [String] {
        let steps = plan.runbooks.flatMap(\.steps).flatMap { step in
            step.commands.map { ($0.argv, step.position) }
        }
        let parts = plan.backups.components.flatMap { part in part.commands.map { ($0, part.position) } }
        let commands: [String] = (steps + parts).reduce(into: []) { gaps, typed in
            guard let gap = shell.gap(in: typed.0, of: controllerSession) else { return }
            let place = typed.1.map { "\($0): " } ?? ""
            let text =
                "\(place)the simulated shell does not know `\(gap)`; a trial that comes to it ends "
                + "inconclusive"
            if !gaps.contains(text) { gaps.append(text) }
        }
        return commands + plan.manifests.flatMap(\.unsimulated)
    }
}

extension Manifest {
    /// What it asks of the database operator that would change a recovery, and does nothing here.
    fileprivate var unsimulated: [String] {
        guard object["kind"] == "Cluster" else { return [] }
        let fields = [
            ["postgresql", "synchronous"], ["minSyncReplicas"], ["maxSyncReplicas"], ["failoverDelay"],
            ["replica", "minApplyDelay"], ["replica", "promotionToken"],
            ["bootstrap", "recovery", "recoveryTarget", "backupID"],
        ]
        return fields.compactMap { field in
            let value = field.reduce(object["spec"]) { $0?[$1] }
            guard let value, value != .null, value != 0 else { return nil }
            let name = (["spec"] + field).joined(separator: ".")
            return "\(position): drsim does not simulate `\(name)`; the figures are those without it"
        }
    }
}

extension Step {
    /// What it has typed.
    fileprivate var commands: [Command] {
        let look = unless.map { [$0.command] } ?? []
        return switch action {
        case .run(let command): look + [command]
        case .verify(let verification): look + [verification.command]
        case .call, .wait, .approve, .notify: look
        }
    }
}

extension BackupComponent {
    /// What it has typed.
    fileprivate var commands: [[String]] {
        let elsewhere = targets.flatMap { [$0.look] + ($0.argv.map { [$0] } ?? []) }
        return switch task {
        case .dump(let dump): [dump.argv] + elsewhere
        case .configuration(let export):
            export.kinds.map { kind in export.argv.map { $0.replacing("{kind}", with: kind) } }
                + [export.archive] + elsewhere
        case .volumes(let volumes): [volumes.argv] + elsewhere
        case .secrets(let secrets): [secrets.argv] + elsewhere
        case .manifest: elsewhere
        }
    }
}
