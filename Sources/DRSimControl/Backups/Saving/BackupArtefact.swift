package import DRSimPlan
package import DRSimUnits

/// What a part of a backup left behind: where its manifest says it is, and what is really there.
package struct BackupArtefact: Hashable, Sendable {
    /// The part that made it.
    package var part: String
    /// The address the part returned, which the manifest repeats.
    package var address: BackupAddress
    /// What is really there.
    package var content: BackupContent
    /// How large it is.
    package var size: ByteCount
    /// The bucket that has or will have a copy of it in the recovery region; `nil` for none (F32).
    package var copyBucket: String?
    /// Whether it is of a target to which production had gone, and so no copy of what it left behind.
    package var isElsewhere: Bool

    /// Creates an artefact.
    package init(
        part: String, address: BackupAddress, content: BackupContent, size: ByteCount, copyBucket: String?,
        isElsewhere: Bool = false
    ) {
        (self.part, self.address, self.content) = (part, address, content)
        (self.size, self.copyBucket, self.isElsewhere) = (size, copyBucket, isElsewhere)
    }
}

/// What the bytes of a backup are.
package enum BackupContent: Hashable, Sendable {
    /// A database as of the start of its dump.
    case dump
    /// The objects of these kinds in these namespaces; what could not be read is missing.
    case configuration([ExportedKind])
    /// Snapshots of volumes by name, which stay in their region.
    case snapshots([String])
    /// The files of volumes.
    case volumeFiles([String])
    /// The secrets of a cluster.
    case secrets(BackupComponent.Secrets.Encryption)
    /// A description of the other parts, with true figures or invented ones (F42).
    case manifest(isMeasured: Bool)
    /// Nothing, for a reason.
    case nothing(Emptiness)

    /// Why there is nothing.
    package enum Emptiness: Hashable, Sendable {
        /// The archive has no members (F34).
        case emptyArchive
        /// Nothing was ever put there (F31).
        case neverUploaded
        /// The list of secrets is empty.
        case noSecrets
    }
}

/// The objects of one kind in one namespace.
package struct ExportedKind: Hashable, Sendable {
    /// The namespace.
    package var namespace: String
    /// The kind, as the command names it.
    package var kind: String

    /// Creates a reference to exported objects.
    package init(namespace: String, kind: String) {
        (self.namespace, self.kind) = (namespace, kind)
    }
}

extension BackupContent {
    /// Whether a restore gets anything from it.
    package var restoresSomething: Bool {
        switch self {
        case .nothing: false
        case .configuration(let kinds): !kinds.isEmpty
        case .snapshots(let names), .volumeFiles(let names): !names.isEmpty
        case .dump, .secrets: true
        case .manifest: false
        }
    }

    /// Whether it is usable only in the region where it was made, wherever its address is copied (F32).
    package var isRegional: Bool {
        if case .snapshots = self { true } else { false }
    }

    /// Whether whoever reads it has the secrets of the cluster in plain text (F35, F36).
    package var exposesSecrets: Bool {
        switch self {
        case .configuration(let kinds): kinds.contains { $0.kind == "secrets" }
        case .secrets(let encryption): encryption == .base64
        case .dump, .snapshots, .volumeFiles, .manifest, .nothing: false
        }
    }
}
