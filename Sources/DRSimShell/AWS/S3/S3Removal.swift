import DRSimCloud
import OrderedCollections

/// `aws s3 rm`: deletes an object, or all below a folder. What is not there is deleted all the same.
struct S3Removal: S3Operation {
    private let address: ObjectAddress
    private let isRecursive: Bool

    var addresses: [ObjectAddress] { [address] }

    init(_ call: AWSCall) throws(CommandFailure) {
        guard call.arguments.count == 1, let address = ObjectAddress(uri: call.arguments[0]) else {
            throw CommandFailure(252, "usage: aws s3 rm <S3Uri>\nError: Invalid argument type")
        }
        (self.address, isRecursive) = (address, call.has("--recursive"))
    }

    func unreachable(_ message: String) -> CommandResult {
        .failure(1, isRecursive ? "fatal error: \(message)" : "delete failed: \(address) \(message)")
    }

    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        guard isRecursive else { return S3Location.bucket(address).delete(in: &scope) }
        let items = try S3Folder(.bucket(address), in: scope).items
        var results: [CommandResult] = []
        for item in items {
            results.append(S3Location.bucket(address).below(item.path).delete(in: &scope))
        }
        return .joined(results)
    }
}

extension S3Location {
    /// Deletes what is at a place, and says so.
    func delete(in scope: inout CommandScope) -> CommandResult {
        switch self {
        case .local(let path):
            let file = scope.session.files.removeValue(forKey: path.absolute)
            return .success("delete: \(printed)\n", isEffective: file != nil)
        case .bucket(let address):
            let caller = scope.caller
            do throws(CommandFailure) {
                let deletion = try scope.changeCloud { (cloud, now, draws, effects) throws(CloudError) in
                    try cloud.deleteObject(
                        address, as: caller, at: now, draws: draws, effects: &effects)
                }
                return .success("delete: \(printed)\n", isEffective: deletion.hasEffect)
            } catch {
                return .failure(1, "delete failed: \(printed) \(error.result.errors)")
            }
        }
    }
}
