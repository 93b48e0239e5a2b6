package import DRSimPlan

/// What a look at a copy can find out, by the method and by what was written down when it was made.
package struct BackupInspection: Hashable, Sendable {
    /// What is looked at.
    package var method: BackupPolicy.VerificationMethod
    /// Whether the manifest's checksum was taken from the bytes, or is invented (F42).
    package var hasTrueChecksum: Bool

    /// What truly became of a copy.
    package enum Copy: Hashable, Sendable {
        /// What was saved can be restored.
        case sound
        /// Its bytes are those that were saved, but nothing can be restored from them.
        case badWhenMade
        /// It is not there.
        case missing
    }

    /// What the look says.
    package enum Finding: String, Hashable, Sendable {
        /// Nothing was looked at.
        case notLooked = "not looked"
        /// It was looked at, and there was nothing to hold it against.
        case inconclusive
        /// The bytes are those that were saved.
        case matches
        /// The data was restored and read back.
        case restored
        /// The copy is of no use.
        case bad
    }

    /// Creates an inspection.
    package init(method: BackupPolicy.VerificationMethod, hasTrueChecksum: Bool) {
        (self.method, self.hasTrueChecksum) = (method, hasTrueChecksum)
    }

    /// What a look at a copy says: a checksum finds that it is gone, only a restore finds what was bad from
    /// the beginning. No copy changes after it was made.
    package func finding(on copy: Copy) -> Finding {
        switch method {
        case .nothing: return .notLooked
        case .checksum:
            if copy == .missing { return .bad }
            return hasTrueChecksum ? .matches : .inconclusive
        case .testRestore: return copy == .sound ? .restored : .bad
        }
    }
}
