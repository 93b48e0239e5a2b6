import ArgumentParser
import DRSimHarness
import DRSimScoring
import DRSimStore
import DRSimUnits
import Foundation

/// A trial with everything the store keeps of it.
struct TrialRecord {
    let loaded: LoadedCase
    let result: TrialResult
    let expectations: [ExpectationResult]
    let replay: String
    var isControl = false
}

/// The options that say where results are kept.
struct StoreOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The SQLite file results are kept in.", valueName: "file"))
    var db = "reports/drsim.sqlite"

    @Flag(inversion: .prefixedNo, help: "Keep the result in the store.")
    var store = true

    /// Keeps a trial; the path of the store, or nothing with `--no-store`.
    func save(_ record: TrialRecord) throws -> String? {
        guard store else { return nil }
        do {
            let folder = (db as NSString).deletingLastPathComponent
            if !folder.isEmpty {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            }
            let store = try ResultStore(path: db)
            _ = try store.save(record.storable)
            return db
        } catch {
            Console.standardError("error: cannot keep the result in \(db): \(error)")
            throw ExitStatus.broken
        }
    }
}
