package import DRSimUnits

/// What stored bytes are. The store never looks: whoever owns the data knows by the payload's number
/// what it stands for, and whether it is of any use.
package struct ObjectContent: Hashable, Sendable {
    /// The owner's number for what the bytes are.
    package var payload: Int64
    /// The key the owner encrypted the bytes with beforehand, if any; the store knows nothing of it.
    package var sealedWith: String?

    /// Creates a content.
    package init(payload: Int64, sealedWith: String? = nil) {
        (self.payload, self.sealedWith) = (payload, sealedWith)
    }
}

/// A version of an object: bytes, or the marker of a deletion.
package struct ObjectVersion: Hashable, Sendable {
    /// The version's id; `null` in a bucket without versions.
    package let id: String
    /// When it was stored.
    package let storedAt: Instant
    /// How large it is.
    package let size: ByteCount
    /// What the bytes are; `nil` for the marker of a deletion.
    package internal(set) var content: ObjectContent?
    /// The key the store encrypted it with; `nil` for the store's own.
    package let key: String?
    /// Until when it cannot be deleted.
    package let retainedUntil: Instant?
    /// Whether it has been copied by the bucket's rule.
    package internal(set) var replication: Replication?

    /// How far a version has been copied.
    package enum Replication: String, Hashable, Sendable {
        /// It is to be copied.
        case pending = "PENDING"
        /// It has been copied.
        case completed = "COMPLETED"
        /// It is a copy.
        case replica = "REPLICA"
    }

    /// Whether it marks a deletion.
    package var isDeleteMarker: Bool { content == nil }

    /// The checksum of the bytes in 32 hexadecimal digits, as the store computed it when they came: it
    /// says what the bytes are, not whether they are right.
    package var checksum: String {
        guard let content else { return "" }
        let seed = "\(content.payload) \(size.bytes)"
        return [StreamDigits.hexadecimal(seed + " high"), StreamDigits.hexadecimal(seed + " low")].joined()
    }
}

/// The place of an object.
package struct ObjectAddress: Hashable, Sendable, CustomStringConvertible {
    /// The bucket's name.
    package var bucket: String
    /// The object's key.
    package var key: String

    /// Creates an address.
    package init(_ bucket: String, _ key: String) {
        (self.bucket, self.key) = (bucket, key)
    }

    /// The address as the command line writes it.
    package var description: String { "s3://\(bucket)/\(key)" }
}

/// Bytes on their way into a bucket.
package struct ObjectUpload: Hashable, Sendable {
    /// How large they are.
    package var size: ByteCount
    /// What they are.
    package var content: ObjectContent
    /// The key to encrypt them with: an id, an ARN or an alias; `nil` for the bucket's default.
    package var key: String?
    /// Whether they come in parts, as tools send what is large; one request takes 5 GB.
    package var isInParts: Bool

    /// Creates an upload.
    package init(size: ByteCount, content: ObjectContent, key: String? = nil, isInParts: Bool = false) {
        (self.size, self.content, self.key, self.isInParts) = (size, content, key, isInParts)
    }
}
