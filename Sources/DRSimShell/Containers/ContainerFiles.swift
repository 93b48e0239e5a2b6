import DRSimPostgres

/// What programs wrote into the file systems of instances' containers; it goes with the instance.
struct ContainerFiles: Hashable, Sendable {
    private var files: [File] = []

    private struct File: Hashable, Sendable {
        let database: DatabaseID
        let ordinal: Int
        let path: String
        var text: String
    }

    /// What a file holds; `nil` where there is none.
    func text(_ path: String, of database: DatabaseID, ordinal: Int) -> String? {
        files.first { $0.database == database && $0.ordinal == ordinal && $0.path == path }?.text
    }

    /// Writes a file, in the place of an earlier one of its path.
    mutating func write(_ text: String, to path: String, of database: DatabaseID, ordinal: Int) {
        files.removeAll { $0.database == database && $0.ordinal == ordinal && $0.path == path }
        files.append(File(database: database, ordinal: ordinal, path: path, text: text))
    }
}

extension Infrastructure {
    func read(_ path: String, in container: DatabaseContainer) -> String? {
        containerFiles.text(path, of: container.database, ordinal: container.ordinal)
    }

    mutating func write(_ text: String, to path: String, in container: DatabaseContainer) {
        containerFiles.write(text, to: path, of: container.database, ordinal: container.ordinal)
    }
}
