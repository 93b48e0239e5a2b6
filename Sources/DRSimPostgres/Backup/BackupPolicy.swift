package import DRSimUnits

/// Where a database's base backups and write-ahead log go, and how far back they reach.
package struct BackupPolicy: Hashable, Sendable {
    /// The path in the object store.
    package var destination: String
    /// The name under which the database's files stand there.
    package var server: String
    /// The recovery window: everything needed to go back this far is kept (A16); `nil` keeps everything.
    package var window: Span?

    /// Creates a policy.
    package init(destination: String, server: String, window: Span?) {
        (self.destination, self.server, self.window) = (destination, server, window)
    }

    /// Whether this is where another policy puts its files.
    func isSamePlace(as other: BackupPolicy) -> Bool {
        destination == other.destination && server == other.server
    }
}
