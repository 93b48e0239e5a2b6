import DRSimCloud
import DRSimDocument

/// An operation on who may ask: as that on records of DNS, asked of the region its control plane is in,
/// whatever region the command names (C2).
protocol IAMOperation: AWSOperation {}

extension IAMOperation {
    func region(_ call: AWSCall, in scope: CommandScope) -> Int? {
        scope.infrastructure.cloud.configuration.dns.controlPlane
    }

    func endpoint(_ call: AWSCall, region: String) -> String { "https://iam.amazonaws.com/" }

    /// The user that is meant: without a name the one who asks.
    func user(_ call: AWSCall) throws(CommandFailure) -> String {
        if let name = call["--user-name"] ?? call.identity { return name }
        throw .notSimulated("aws iam without a user's name")
    }
}

/// `aws iam list-access-keys`: the access keys of a user.
struct ListAccessKeys: IAMOperation {
    init(_ call: AWSCall) throws(CommandFailure) {}

    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let user = try user(call)
        let keys = try scope.ask { (cloud, caller) throws(CloudError) in
            try cloud.accessKeys(of: user, as: caller)
        }
        let items = keys.map { $0.description(createdAt: scope.stamped($0.createdAt)) }
        return try call.success(["AccessKeyMetadata": .array(items)])
    }
}

/// `aws iam create-access-key`: another access key for a user.
struct CreateAccessKey: IAMOperation {
    init(_ call: AWSCall) throws(CommandFailure) {}

    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let (user, caller) = (try user(call), scope.caller)
        let key = try scope.changeCloud { (cloud, now, _, _) throws(CloudError) in
            try cloud.createAccessKey(of: user, as: caller, at: now)
        }
        var item = key.description(createdAt: scope.stamped(key.createdAt))
        item["SecretAccessKey"] = "hidden"
        return try call.success(["AccessKey": item], isEffective: true)
    }
}

/// `aws iam update-access-key`: takes an access key out of use, or into it again.
struct UpdateAccessKey: IAMOperation {
    private let key: String
    private let isActive: Bool

    init(_ call: AWSCall) throws(CommandFailure) {
        let values = try call.required("--access-key-id", "--status")
        guard ["Active", "Inactive"].contains(values[1]) else {
            throw CommandFailure(
                254,
                "An error occurred (ValidationError) when calling the UpdateAccessKey operation: 1 "
                    + "validation error detected: Value '\(values[1])' at 'status' failed to satisfy "
                    + "constraint: Member must satisfy enum value set: [Active, Inactive]")
        }
        (key, isActive) = (values[0], values[1] == "Active")
    }

    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let (user, caller) = (try user(call), scope.caller)
        let isNews = try scope.changeCloud { (cloud, _, _, _) throws(CloudError) in
            try cloud.setAccessKey(key, of: user, isActive: isActive, as: caller)
        }
        return .success("", isEffective: isNews)
    }
}

/// `aws iam delete-access-key`: deletes an access key for good.
struct DeleteAccessKey: IAMOperation {
    private let key: String

    init(_ call: AWSCall) throws(CommandFailure) {
        key = try call.required("--access-key-id")[0]
    }

    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let (user, caller) = (try user(call), scope.caller)
        try scope.changeCloud { (cloud, _, _, _) throws(CloudError) in
            try cloud.deleteAccessKey(key, of: user, as: caller)
        }
        return .success("", isEffective: true)
    }
}

extension AccessKey {
    /// What the API tells of it.
    fileprivate func description(createdAt: String) -> JSONValue {
        [
            "UserName": .string(user), "AccessKeyId": .string(id),
            "Status": isActive ? "Active" : "Inactive", "CreateDate": .string(createdAt),
        ]
    }
}
