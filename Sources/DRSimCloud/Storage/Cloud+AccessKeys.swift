package import DRSimUnits

/// An access key: who has it asks in the name of its user.
package struct AccessKey: Hashable, Sendable {
    /// The identity it belongs to.
    package let user: String
    /// Its id, which is no secret.
    package let id: String
    /// When it was made.
    package let createdAt: Instant
    /// Whether it is accepted: `Active`, otherwise `Inactive`.
    package internal(set) var isActive = true

    init(number: Int, of user: String, createdAt: Instant) {
        (self.user, self.createdAt) = (user, createdAt)
        id = "AKIA" + StreamDigits.hexadecimal("access key \(number) of \(user)").uppercased().prefix(16)
    }
}

extension Cloud {
    /// The access keys of an identity, oldest first.
    package func accessKeys(of user: String, as caller: Caller) throws(CloudError) -> [AccessKey] {
        try checkUser(user, "iam:ListAccessKeys", as: caller, for: .listAccessKeys)
        return storage.accessKeys.filter { $0.user == user }
    }

    /// Gives an identity another access key; it may have two.
    package mutating func createAccessKey(
        of user: String, as caller: Caller, at now: Instant
    ) throws(CloudError) -> AccessKey {
        try checkUser(user, "iam:CreateAccessKey", as: caller, for: .createAccessKey)
        guard storage.accessKeys.count(where: { $0.user == user }) < 2 else {
            throw CloudError(
                .limitExceeded, .createAccessKey, "Cannot exceed quota for AccessKeysPerUser: 2")
        }
        let key = AccessKey(number: storage.accessKeysMade, of: user, createdAt: now)
        storage.accessKeysMade += 1
        storage.accessKeys.append(key)
        return key
    }

    /// Takes an access key out of use, or into it again; whether that is news.
    package mutating func setAccessKey(
        _ id: String, of user: String, isActive: Bool, as caller: Caller
    ) throws(CloudError) -> Bool {
        try checkUser(user, "iam:UpdateAccessKey", as: caller, for: .updateAccessKey)
        let index = try indexOfKey(id, of: user, for: .updateAccessKey)
        defer { storage.accessKeys[index].isActive = isActive }
        return storage.accessKeys[index].isActive != isActive
    }

    /// Deletes an access key for good.
    package mutating func deleteAccessKey(
        _ id: String, of user: String, as caller: Caller
    ) throws(CloudError) {
        try checkUser(user, "iam:DeleteAccessKey", as: caller, for: .deleteAccessKey)
        storage.accessKeys.remove(at: try indexOfKey(id, of: user, for: .deleteAccessKey))
    }

    private func indexOfKey(
        _ id: String, of user: String, for operation: CloudError.Operation
    ) throws(CloudError) -> Int {
        guard let index = storage.accessKeys.firstIndex(where: { $0.user == user && $0.id == id }) else {
            throw CloudError(.noSuchEntity, operation, "The Access Key with id \(id) cannot be found.")
        }
        return index
    }

    private func checkUser(
        _ user: String, _ action: String, as caller: Caller, for operation: CloudError.Operation
    ) throws(CloudError) {
        let identity = storage.identities.first { $0.name == user }
        let account =
            identity?.account ?? storage.identities.first { $0.name == caller.name }?.account ?? ""
        try authorize(
            caller, action, resource: user, of: account, named: "user \(user)", for: operation)
        guard identity != nil else {
            throw CloudError(.noSuchEntity, operation, "The user with name \(user) cannot be found.")
        }
    }
}
