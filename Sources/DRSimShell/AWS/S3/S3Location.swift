import DRSimCloud

/// A place `aws s3` is given: in a bucket or among the files where it is typed.
enum S3Location: Hashable, Sendable {
    case bucket(ObjectAddress)
    case local(LocalPath)

    init(_ text: String) {
        self = ObjectAddress(uri: text).map { .bucket($0) } ?? .local(LocalPath(text))
    }

    /// The address in a bucket.
    var address: ObjectAddress? {
        if case .bucket(let address) = self { address } else { nil }
    }

    /// Whether it is in a bucket.
    var isInBucket: Bool { address != nil }

    /// The place as it is printed.
    var printed: String {
        switch self {
        case .bucket(let address): "\(address)"
        case .local(let path): path.printed
        }
    }

    /// The last step of the path.
    var name: String {
        switch self {
        case .bucket(let address): address.key.split(separator: "/").last.map(String.init) ?? ""
        case .local(let path): path.name
        }
    }

    /// The place for something of a name that is put here: below a folder, otherwise here itself.
    func accepting(_ name: String) -> S3Location {
        switch self {
        case .bucket(let address):
            address.key.isEmpty || address.key.hasSuffix("/")
                ? .bucket(ObjectAddress(address.bucket, address.key + name)) : self
        case .local(let path): path.isFolder ? .local(path.appending(name)) : self
        }
    }

    /// The place of a path below this one, which is read as a folder.
    func below(_ path: String) -> S3Location {
        switch self {
        case .bucket(let address): .bucket(ObjectAddress(address.bucket, address.folder + path))
        case .local(let folder): .local(folder.appending(path))
        }
    }
}

extension ObjectAddress {
    /// The address of an `s3://` URI; `nil` for anything else.
    init?(uri: String) {
        guard uri.hasPrefix("s3://") else { return nil }
        let parts = uri.dropFirst(5).split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        self.init(parts.first.map(String.init) ?? "", parts.count > 1 ? String(parts[1]) : "")
    }

    /// The key read as a folder: what begins the keys below it.
    var folder: String { key.isEmpty || key.hasSuffix("/") ? key : key + "/" }
}
