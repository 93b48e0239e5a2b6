import ArgumentParser
import DRSimScoring
import DRSimStore
import Foundation

/// The options that say where results are kept.
struct StoreOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The SQLite file results are kept in.", valueName: "file"))
    var db = "reports/drsim.sqlite"

    @Flag(inversion: .prefixedNo, help: "Keep the result in the store.")
    var store = true

    /// Opens the store before anything is run; nothing with `--no-store`.
    func open() throws(CommandFailure) -> ResultShelf? {
        guard store else { return nil }
        guard !db.isEmpty, !db.hasPrefix(":"), !db.hasPrefix("file:") else {
            throw .usage("--db takes the path of a file, not `\(db)`\n  help: --no-store keeps nothing")
        }
        let folder = (db as NSString).deletingLastPathComponent
        if !folder.isEmpty { try OutputFile.makeFolder(folder) }
        do throws(StoreError) {
            return ResultShelf(store: try ResultStore(path: db))
        } catch {
            throw Self.refusal(db, error)
        }
    }

    /// Why a result cannot be kept, and what to do about it.
    static func refusal(_ path: String, _ error: StoreError) -> CommandFailure {
        .broken("cannot keep results: \(error)\n  help: --db FILE keeps them elsewhere, --no-store nowhere")
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
