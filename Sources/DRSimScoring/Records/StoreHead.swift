/// The last run of a store: states which one a report was made from.
package struct StoreHead: Hashable, Sendable, CustomStringConvertible {
    /// The run's number.
    package var run: Int64
    /// The SHA-256 of its trace in lower-case hexadecimal digits.
    package var digest: String

    /// Creates a head.
    package init(run: Int64, digest: String) {
        (self.run, self.digest) = (run, digest)
    }

    /// `run 42, 3f9a…` with the whole digest.
    package var description: String { "run \(run), \(digest)" }
}
