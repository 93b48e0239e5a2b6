/// Why a store cannot be used.
package enum StoreError: Error, Hashable, Sendable {
    /// There is no file to read from, or no folder to make one in.
    case missing(path: String)
    /// The file is no SQLite database, or one of another program.
    case foreign(path: String)
    /// The file was written by a newer drsim.
    case newer(path: String, version: Int)
    /// A value of the file is none that drsim writes.
    case unreadable(table: String, column: String, value: String)
    /// The database refused: full disk, no permission, locked by another process.
    case refused(path: String, reason: String)
}

extension StoreError: CustomStringConvertible {
    /// What is wrong, and what can be done about it.
    package var description: String {
        switch self {
        case .missing(let path):
            "there is no store \(path); `drsim run SCENARIO` makes one"
        case .foreign(let path):
            "\(path) is not a store of drsim; name another file"
        case .newer(let path, let version):
            "\(path) "
                + (version > Schema.version
                    ? "has format \(version), this drsim writes up to \(Schema.version)"
                    : "has been through a change of format that this drsim does not know")
                + "; use a newer drsim"
        case .unreadable(let table, let column, let value):
            "\(table).\(column) holds \(value), which drsim does not write"
        case .refused(let path, let reason):
            "\(path): \(reason)"
        }
    }
}
