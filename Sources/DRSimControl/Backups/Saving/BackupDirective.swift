package import DRSimPlan
package import DRSimUnits

/// What a backup wants done; a shell carries directives out in order.
package enum BackupDirective: Hashable, Sendable {
    /// Do this for a part and answer with what came of it.
    case perform(Token, BackupAction, part: String)
    /// Nothing to do: something became so that a narrative wants to tell.
    case report(BackupReport)
}

/// Something a backup does outside of itself.
package enum BackupAction: Hashable, Sendable {
    /// Runs a command as the document's code types it.
    case run(Command)
    /// Puts a file into a bucket, in parts where it is large, as the document's client does.
    case upload(file: String, BackupContent, size: ByteCount, to: BackupAddress, options: [String])
    /// Copies an object to another bucket in one request (L335).
    case copy(BackupAddress, to: BackupAddress)

    /// The command an operator would type for it.
    package var command: Command {
        switch self {
        case .run(let command): command
        case .upload(let file, _, _, let target, let options):
            Command(argv: ["aws", "s3", "cp", file, "\(target)"] + options)
        case .copy(let source, let target):
            Command(argv: [
                "aws", "s3api", "copy-object", "--copy-source", "\(source.bucket)/\(source.key)",
                "--bucket", target.bucket, "--key", target.key,
            ])
        }
    }
}

/// The place of a backup's object.
package struct BackupAddress: Hashable, Sendable, CustomStringConvertible {
    /// The bucket's name.
    package var bucket: String
    /// The object's key.
    package var key: String

    /// Creates an address.
    package init(bucket: String, key: String) {
        (self.bucket, self.key) = (bucket, key)
    }

    /// The address as manifests and commands write it.
    package var description: String { "s3://\(bucket)/\(key)" }
}

/// What came of something a backup did.
package struct BackupOutcome: Hashable, Sendable {
    /// The exit status; 0 is success.
    package var status: Int
    /// What was printed.
    package var output: Output
    /// What was printed on the error stream.
    package var errors: String

    /// What a command prints.
    package enum Output: Hashable, Sendable {
        /// Text.
        case text(String)
        /// Text of this length, too long to be held.
        case longText(ByteCount)
        /// Bytes that are no text: a compressed dump.
        case bytes(ByteCount)

        /// How much it is.
        package var size: ByteCount {
            switch self {
            case .text(let text): ByteCount(Int64(text.utf8.count))
            case .bytes(let count), .longText(let count): count
            }
        }

        /// Whether a word stands in it.
        func contains(_ word: String) -> Bool {
            if case .text(let text) = self { text.contains(word) } else { false }
        }
    }

    /// Creates an outcome.
    package init(status: Int = 0, output: Output = .text(""), errors: String = "") {
        (self.status, self.output, self.errors) = (status, output, errors)
    }
}

/// What a backup says of its own doing, for the trace.
package enum BackupReport: Hashable, Sendable {
    /// A backup begins.
    case started(id: String)
    /// A part begins.
    case partStarted(String)
    /// A part goes on in spite of this.
    case warned(part: String, String)
    /// A part failed and is tried again.
    case partRetried(String, BackupFailure)
    /// A part is done; what it really saved.
    case partSaved(BackupArtefact)
    /// A part failed for good.
    case partFailed(String, BackupFailure)
    /// The backup is done, every part of it.
    case completed(id: String)
    /// The backup ended without some of its parts.
    case failed(id: String, parts: [String])
}

/// Why a part failed.
package enum BackupFailure: Hashable, Sendable, CustomStringConvertible {
    /// Something it did ended with this status and said this.
    case exited(status: Int, errors: String)
    /// What a command printed was taken for text and is none (F30).
    case notText

    /// The failure in words; for what is no text those of Python, whose gzip streams begin 1f 8b.
    package var description: String {
        switch self {
        case .exited(let status, let errors):
            errors.isEmpty ? "exit status \(status)" : "exit status \(status): \(errors)"
        case .notText:
            "UnicodeDecodeError: 'utf-8' codec can't decode byte 0x8b in position 1: invalid start byte"
        }
    }
}
