import DRSimPlan
import DRSimUnits

/// Where a backup stands in one of its parts.
struct PartProgress: Hashable {
    /// The part's index.
    let index: Int
    /// Which try, from 1.
    let attempt: Int
    /// The part's placeholders.
    let text: BackupText
    /// The part, as it is saved where production is.
    private(set) var component: BackupComponent
    /// The commands still to be run before anything is stored, the next first.
    var commands: ArraySlice<PartCommand>
    /// What has been written so far.
    var files: [WrittenFile] = []
    /// What is stored in the end.
    var content: BackupContent?
    /// How large that is.
    var size = ByteCount.zero
    var stage = Stage.saving
    /// Where production is, if not where it used to be.
    private(set) var target: BackupComponent.Target?
    /// The answer waited for.
    var awaited: Token?

    /// What is being done.
    enum Stage: Hashable {
        case saving, uploading, copying
    }

    /// A file written from what a command printed.
    struct WrittenFile: Hashable {
        let path: String
        let content: ExportedKind
        let size: ByteCount
    }

    init(index: Int, attempt: Int, text: BackupText, component: BackupComponent) {
        (self.index, self.attempt, self.text, self.component) = (index, attempt, text, component)
        commands = (component.targets.map { .look($0) } + component.commands(text))[...]
    }

    /// Of the targets this is the one: no other is looked at.
    mutating func turn(to target: BackupComponent.Target) {
        self.target = target
        if let argv = target.argv { component.task = component.task.running(argv) }
        commands = component.commands(text)[...]
    }

    /// The file that is uploaded.
    var path: String { "/tmp/\(text.filled("{file}"))" }
}

/// A command of a part, and what its output is taken for.
enum PartCommand: Hashable {
    /// It says whether production is at a target.
    case look(BackupComponent.Target)
    /// It prints a database.
    case dump([String])
    /// It prints objects.
    case export([String], ExportedKind)
    /// It packs the files.
    case archive
    /// It asks for a snapshot.
    case snapshot(Command, name: String)
    /// It prints secrets.
    case secrets([String])
}

extension BackupComponent {
    /// The commands a part runs before anything is stored, in order.
    fileprivate func commands(_ text: BackupText) -> [PartCommand] {
        switch task {
        case .dump(let dump):
            return [.dump(dump.argv.map(text.filled))]
        case .secrets(let secrets): return [.secrets(secrets.argv.map(text.filled))]
        case .manifest: return []
        case .configuration(let export):
            let gets = export.namespaces.flatMap { namespace in
                export.exportedKinds.map { kind -> PartCommand in
                    let text = text.setting("namespace", to: namespace).setting("kind", to: kind)
                    return .export(
                        export.argv.map(text.filled), ExportedKind(namespace: namespace, kind: kind))
                }
            }
            return gets + [.archive]
        case .volumes(let volumes):
            return volumes.names.map { name in
                let input = text.setting("volume", to: name).filled(volumes.manifest)
                return .snapshot(Command(argv: volumes.argv.map(text.filled), input: input), name: name)
            }
        }
    }
}

extension BackupComponent.Configuration {
    /// The kinds that are looked for: not the secrets where these are left out (F35).
    fileprivate var exportedKinds: [String] { kinds.filter { !omitsSecrets || $0 != "secrets" } }
}
