import DRSimCloud
import DRSimUnits

/// `aws s3 ls`: the objects under a prefix, folders first, or all below it.
///
/// A prefix under which there is nothing is status 1 without a word.
struct S3Listing: S3Operation {
    private let address: ObjectAddress
    private let isRecursive: Bool
    private let isHumanReadable: Bool
    private let hasSummary: Bool

    var addresses: [ObjectAddress] { [address] }

    init(_ call: AWSCall) throws(CommandFailure) {
        guard let path = call.arguments.first, path != "s3://" else {
            throw .notSimulated("aws s3 ls without a bucket")
        }
        guard let address = ObjectAddress(uri: path.hasPrefix("s3://") ? path : "s3://" + path) else {
            throw AWS.usage("the path \(path) is none")
        }
        self.address = address
        (isRecursive, isHumanReadable) = (call.has("--recursive"), call.has("--human-readable"))
        hasSummary = call.has("--summarize")
    }

    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let objects = try scope.ask { (cloud, caller) throws(CloudError) in
            try cloud.listObjects(in: address.bucket, prefix: address.key, as: caller)
        }
        var folders: [String] = []
        var lines: [String] = []
        var size = ByteCount.zero
        for object in objects {
            if !isRecursive, let folder = folder(of: object.key) {
                if folders.last != folder { folders.append(folder) }
                continue
            }
            let name = isRecursive ? object.key : object.key.split(separator: "/").last.map(String.init) ?? ""
            lines.append(
                "\(scope.listed(object.version.storedAt)) \(text(object.version.size, width: 10)) \(name)\n")
            size = size + object.version.size
        }
        var output = folders.map { Self.padded("PRE", 30) + " \($0)/\n" }.joined() + lines.joined()
        if hasSummary {
            output += "\nTotal Objects: \(lines.count)\n   Total Size: \(text(size, width: 0))\n"
        }
        let isEmpty = folders.isEmpty && lines.isEmpty && !address.key.isEmpty
        return CommandResult(status: isEmpty ? 1 : 0, output: output)
    }

    /// The folder just below the prefix that a key is in, if it is in one.
    private func folder(of key: String) -> String? {
        let rest = key.dropFirst(address.key.count)
        guard let end = rest.firstIndex(of: "/") else { return nil }
        return (address.key + rest[..<end]).split(separator: "/").last.map(String.init)
    }

    private func text(_ size: ByteCount, width: Int) -> String {
        Self.padded(isHumanReadable ? size.inBinaryUnits : "\(size.bytes)", width)
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}

extension ByteCount {
    /// The size as the cloud's command line prints it for people: `1.5 GiB`.
    var inBinaryUnits: String {
        let units = ["KiB", "MiB", "GiB", "TiB", "PiB"]
        if bytes == 1 { return "1 Byte" }
        if bytes < 1_024 { return "\(bytes) Bytes" }
        var (power, size) = (0, Double(bytes) / 1_024)
        while size >= 1_024, power < units.count - 1 { (power, size) = (power + 1, size / 1_024) }
        let tenths = Int64((size * 10).rounded(.toNearestOrEven))
        return "\(tenths / 10).\(tenths % 10) \(units[power])"
    }
}
