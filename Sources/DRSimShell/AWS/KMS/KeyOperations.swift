import DRSimCloud
import DRSimDocument
import OrderedCollections

/// `aws kms describe-key`: a key as the API of a region has it.
struct DescribeKey: RegionalOperation {
    private let key: String

    let service = "kms"

    init(_ call: AWSCall) throws(CommandFailure) {
        key = try call.required("--key-id")[0]
    }

    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let key = try scope.ask { (cloud, caller) throws(CloudError) in
            try cloud.describeKey(self.key, in: region, as: caller)
        }
        var members: [(String, JSONValue)] = [
            ("AWSAccountId", .string(key.account)), ("KeyId", .string(key.id)), ("Arn", .string(key.arn)),
            ("Enabled", .bool(key.state == .enabled)), ("Description", ""),
            ("KeyUsage", "ENCRYPT_DECRYPT"), ("KeyState", .string(key.state.rawValue)),
            ("Origin", "AWS_KMS"), ("KeyManager", "CUSTOMER"), ("KeySpec", "SYMMETRIC_DEFAULT"),
            ("EncryptionAlgorithms", ["SYMMETRIC_DEFAULT"]),
            ("MultiRegion", .bool(key.primaryRegion != nil)),
        ]
        if let primary = key.primaryRegion {
            members.append(
                ("MultiRegionConfiguration", configuration(of: key, primary: primary, region, in: scope)))
        }
        return try call.success(["KeyMetadata": .object(.init(uniqueKeysWithValues: members))])
    }

    private func configuration(
        of key: KeyDescription, primary: Int, _ region: Int, in scope: CommandScope
    ) -> JSONValue {
        let regions = scope.infrastructure.cloud.configuration.regions
        let entry = { (index: Int) -> JSONValue in
            let name = regions[index].name
            return [
                "Arn": .string("arn:aws:kms:\(name):\(key.account):key/\(key.id)"), "Region": .string(name),
            ]
        }
        return [
            "MultiRegionKeyType": region == primary ? "PRIMARY" : "REPLICA", "PrimaryKey": entry(primary),
            "ReplicaKeys": .array(key.regions.filter { $0 != primary }.map(entry)),
        ]
    }
}

/// `aws kms encrypt`: a text under a key.
///
/// The real service's text is opaque; this one names its key, as the real one does to the service.
struct EncryptText: RegionalOperation {
    private let key: String
    private let plaintext: String

    let service = "kms"

    init(_ call: AWSCall) throws(CommandFailure) {
        let values = try call.required("--key-id", "--plaintext")
        (key, plaintext) = (values[0], values[1])
        guard !plaintext.hasPrefix("fileb://") else { throw .notSimulated("aws kms encrypt of a file") }
    }

    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let id = try scope.ask { (cloud, caller) throws(CloudError) in
            try cloud.useKey(key, in: region, toDecrypt: false, as: caller)
        }
        let arn = try scope.ask { (cloud, _) throws(CloudError) in
            try cloud.describeKey(id, in: region, as: .anyone).arn
        }
        return try call.success([
            "CiphertextBlob": .string(Ciphertext(key: id, plaintext: plaintext).text),
            "KeyId": .string(arn), "EncryptionAlgorithm": "SYMMETRIC_DEFAULT",
        ])
    }
}

/// `aws kms decrypt`: the text under a key, which the service finds by itself in its region.
struct DecryptText: RegionalOperation {
    private let blob: String

    let service = "kms"

    init(_ call: AWSCall) throws(CommandFailure) {
        blob = try call.required("--ciphertext-blob")[0]
        guard !blob.hasPrefix("fileb://") else { throw .notSimulated("aws kms decrypt of a file") }
    }

    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        guard let ciphertext = Ciphertext(blob) else {
            throw CommandFailure(
                254, "An error occurred (InvalidCiphertextException) when calling the Decrypt operation: ")
        }
        let id: String
        do throws(CloudError) {
            id = try scope.infrastructure.cloud.useKey(
                call["--key-id"] ?? ciphertext.key, in: region, toDecrypt: true, as: scope.caller)
        } catch {
            throw Self.failure(error, namesKey: call["--key-id"] != nil)
        }
        guard id == ciphertext.key else {
            throw CommandFailure(
                254,
                "An error occurred (IncorrectKeyException) when calling the Decrypt operation: The key ID in "
                    + "the request does not identify a CMK that can perform this operation.")
        }
        let key = try scope.ask { (cloud, _) throws(CloudError) in
            try cloud.describeKey(id, in: region, as: .anyone)
        }
        return try call.success([
            "KeyId": .string(key.arn), "Plaintext": .string(ciphertext.plaintext),
            "EncryptionAlgorithm": "SYMMETRIC_DEFAULT",
        ])
    }

    /// Who names no key is not told which one is missing.
    private static func failure(_ error: CloudError, namesKey: Bool) -> CommandFailure {
        guard !namesKey, error.code == .keyNotFound || error.code == .accessDenied else {
            return CommandFailure(254, "\(error)")
        }
        return CommandFailure(
            254,
            "An error occurred (AccessDeniedException) when calling the Decrypt operation: The ciphertext "
                + "refers to a customer master key that does not exist, does not exist in this region, or "
                + "you are not allowed to access.")
    }
}

/// A text under a key.
private struct Ciphertext {
    let key: String
    let plaintext: String

    private static let mark = "AQICAHh"

    init(key: String, plaintext: String) {
        (self.key, self.plaintext) = (key, plaintext)
    }

    init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == Self.mark else { return nil }
        (key, plaintext) = (String(parts[1]), String(parts[2]))
    }

    var text: String { "\(Self.mark)/\(key)/\(plaintext)" }
}
