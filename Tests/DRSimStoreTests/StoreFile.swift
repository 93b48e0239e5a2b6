import Foundation
import GRDB

/// A place for a store that is removed with it.
final class StoreFile {
    private let folder: URL
    let path: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "drsim-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.appending(path: "results.sqlite").path
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// What else lies beside the store.
    var neighbours: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0 != "results.sqlite" }
        }
    }

    /// Does something to the file behind the store's back.
    func edit<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try DatabaseQueue(path: path).write(body)
    }

    /// The first column of a query's rows as text.
    func column(_ sql: String) throws -> [String] {
        try edit { try String.fetchAll($0, sql: sql) }
    }
}
