package import DRSimDocument
package import DRSimUnits

/// A part of a full backup: what it saves, how, and where to.
///
/// Texts hold placeholders in braces: `{id}` is the backup's name, `{label}` the same in the letters
/// Kubernetes allows in names, `{file}` the part's file.
package struct BackupComponent: Hashable, Sendable {
    /// Its name, such as `database`.
    package var name: String
    /// What is done.
    package var task: Task
    /// The file it is written to before it is uploaded.
    package var file: String
    /// The key of its object in the bucket.
    package var key: String
    /// The options of its upload beyond source and target.
    package var uploadOptions: [String]
    /// Whether it is copied to the recovery region (F32).
    package var isCopied: Bool
    /// Where production may have gone: the first of these that a look finds it at is saved instead.
    package var targets: [Target] = []
    /// The stores whose data it saves.
    package var stores: [StoreID]
    /// Where it stands in the document.
    package var source: String
    /// Where it stands in the plan's files.
    package var position: SourcePosition?

    /// What a part does.
    package enum Task: Hashable, Sendable {
        /// Saves what a command prints: a dump of a database.
        case dump(Dump)
        /// Saves the objects of a cluster, kind by kind and namespace by namespace.
        case configuration(Configuration)
        /// Takes snapshots of volumes.
        case volumes(Volumes)
        /// Saves what a command prints after encrypting it.
        case secrets(Secrets)
        /// Writes down what the other parts saved.
        case manifest(Figures)

        /// The keys of a component's task in files.
        package static let keys = ["dump", "configuration", "volumes", "secrets", "manifest"]
    }

    /// Creates a part.
    package init(
        name: String, task: Task, file: String, key: String, uploadOptions: [String] = [], isCopied: Bool,
        stores: [StoreID] = [], source: String
    ) {
        (self.name, self.task, self.file, self.key) = (name, task, file, key)
        self.uploadOptions = uploadOptions
        (self.isCopied, self.stores, self.source) = (isCopied, stores, source)
    }
}

extension BackupComponent {
    /// A dump of a database.
    package struct Dump: Hashable, Sendable {
        /// The command that prints it.
        package var argv: [String]
        /// Whether its output is taken for text, which compressed bytes are not (F30).
        package var readsText: Bool
        /// The memory all of it is held in before it is written to a file; `nil` where it is streamed (F39).
        package var memory: ByteCount?

        /// Creates a dump.
        package init(argv: [String], readsText: Bool) {
            (self.argv, self.readsText) = (argv, readsText)
        }
    }

    /// The objects of a cluster.
    package struct Configuration: Hashable, Sendable {
        /// The command that prints one kind's objects; `{kind}` and `{namespace}` are filled in.
        package var argv: [String]
        /// The namespaces looked into (F37).
        package var namespaces: [String]
        /// The kinds looked for (F37).
        package var kinds: [String]
        /// The command that packs the files; `{files}` alone stands for all of them, any other text is
        /// taken as it is, a star too: no shell is there to expand it (F34).
        package var archive: [String]
        /// How many times smaller packing makes the objects.
        package var archiveRatio = 1
        /// Whether a failure to pack is noticed (F34).
        package var checksArchive: Bool
        /// Whether the secrets' text is left out of what is packed (F35).
        package var omitsSecrets: Bool

        /// Creates an export.
        package init(
            argv: [String], namespaces: [String], kinds: [String], archive: [String], checksArchive: Bool,
            omitsSecrets: Bool
        ) {
            (self.argv, self.namespaces, self.kinds) = (argv, namespaces, kinds)
            (self.archive, self.checksArchive, self.omitsSecrets) = (archive, checksArchive, omitsSecrets)
        }
    }

    /// Snapshots of volumes.
    package struct Volumes: Hashable, Sendable {
        /// The command each snapshot's manifest is piped into.
        package var argv: [String]
        /// The volumes; `{volume}` in the manifest is each one's name.
        package var names: [String]
        /// The snapshot's manifest, as JSON text.
        package var manifest: String
        /// Whether a refused snapshot fails the part, or is only warned of (F31).
        package var checksSnapshots: Bool
        /// What the part's address in the manifest leads to.
        package var yield: Yield

        /// What is at the address such a part returns.
        package enum Yield: String, CaseIterable, Sendable {
            /// Nothing: the address is returned, and nothing is put there (F31).
            case phantom
            /// The snapshots, which stay in their region (C12).
            case snapshots
            /// The volumes' files, read from the snapshots.
            case export
        }

        /// Creates snapshots.
        package init(
            argv: [String], names: [String], manifest: String, checksSnapshots: Bool, yield: Yield
        ) {
            (self.argv, self.names, self.manifest) = (argv, names, manifest)
            (self.checksSnapshots, self.yield) = (checksSnapshots, yield)
        }
    }

    /// The secrets of a cluster.
    package struct Secrets: Hashable, Sendable {
        /// The command that prints them.
        package var argv: [String]
        /// What `encrypt_data` does to them (F36).
        package var encryption: Encryption

        /// What is done to a text that is to be kept secret.
        package enum Encryption: String, CaseIterable, Sendable {
            /// An encoding: whoever has the bytes has the text (F36).
            case base64
            /// A cipher whose key is a managed one.
            case managedKey = "kms"
        }

        /// Creates an export.
        package init(argv: [String], encryption: Encryption) {
            (self.argv, self.encryption) = (argv, encryption)
        }
    }

    /// What a backup's manifest says of its parts.
    package enum Figures: Hashable, Sendable {
        /// Numbers that stand in the code, whatever was saved (F42).
        case mocked(databaseSize: ByteCount, resources: Int, checksum: String)
        /// What was counted and summed while saving.
        case measured
    }
}

extension BackupComponent {
    /// Where production may have gone, by a failover or a recovery: what is saved there, and where to.
    package struct Target: Hashable, Sendable {
        /// The command that looks whether production is there.
        package var look: [String]
        /// What the look prints if it is.
        package var sign: String
        /// The command that is run there instead of the part's own; `nil` where that serves.
        package var argv: [String]?
        /// The bucket that what is saved goes to; `nil` for that of all backups.
        package var bucket: String?
        /// The options of its upload, beside those of the part.
        package var uploadOptions: [String]

        /// Creates a target.
        package init(
            look: [String], sign: String, argv: [String]? = nil, bucket: String? = nil,
            uploadOptions: [String] = []
        ) {
            (self.look, self.sign, self.argv) = (look, sign, argv)
            (self.bucket, self.uploadOptions) = (bucket, uploadOptions)
        }
    }
}

extension BackupComponent.Task {
    /// The same, by another command.
    package func running(_ argv: [String]) -> Self {
        switch self {
        case .dump(var dump):
            dump.argv = argv
            return .dump(dump)
        case .configuration(var export):
            export.argv = argv
            return .configuration(export)
        case .volumes(var volumes):
            volumes.argv = argv
            return .volumes(volumes)
        case .secrets(var secrets):
            secrets.argv = argv
            return .secrets(secrets)
        case .manifest: return self
        }
    }
}
