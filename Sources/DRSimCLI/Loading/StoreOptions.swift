import ArgumentParser
import DRSimScoring
import DRSimStore
import Foundation

/// The options that say where results are kept.
struct StoreOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The SQLite file results are kept in.", valueName: "file"))
    var db = Self.defaultFile

    /// Where results are kept if nothing is said.
    static let defaultFile = "reports/drsim.sqlite"

    @Flag(inversion: .prefixedNo, help: "Keep the result in the store.")
    var store = true

    /// Opens the store before anything is run; nothing with `--no-store`.
    func open() throws(CommandFailure) -> ResultShelf? {
        guard store else { return nil }
        guard !db.isEmpty, !db.hasPrefix(":"), !db.hasPrefix("file:") else {
            throw .usage("--db takes the path of a file, not `\(db)`", help: "--no-store keeps nothing")
        }
        // The usual folder is made; one that was named must be there, as for every other output.
        if db == Self.defaultFile {
            try OutputFile.makeFolder((db as NSString).deletingLastPathComponent)
        } else {
            try OutputFile(path: db).check()
        }
        do throws(StoreError) {
            return ResultShelf(store: try ResultStore(path: db))
        } catch {
            throw Self.refusal(db, error)
        }
    }

    /// A command with what it takes to use the same store.
    func line(_ command: CommandLineText) -> CommandLineText {
        guard store else { return command.adding("--no-store") }
        return db == Self.defaultFile ? command : command.adding("--db", db)
    }

    /// Why a result cannot be kept, and what to do about it.
    static func refusal(_ path: String, _ error: StoreError) -> CommandFailure {
        let reason = error == .missing(path: path) ? unmakeable(path) : "\(error)"
        return .broken(
            "cannot keep results: \(reason)", help: "--db FILE keeps them elsewhere, --no-store nowhere")
    }

    /// Why the system makes no file there, or does not open the one there is.
    private static func unmakeable(_ path: String) -> String {
        let file = fopen(path, "a")
        let reason = file == nil ? String(cString: strerror(errno)) : "the database cannot be opened"
        if let file { fclose(file) }
        return "\(path) can be neither made nor opened: \(reason)"
    }
}

/// The store results are put into.
struct ResultShelf {
    let store: ResultStore

    /// Where it is.
    var path: String { store.path }

    /// Keeps records, all or none.
    func keep(_ records: [RunRecord]) throws(CommandFailure) {
        do throws(StoreError) {
            _ = try store.save(records)
        } catch {
            throw StoreOptions.refusal(store.path, error)
        }
    }
}
