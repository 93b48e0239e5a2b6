import DRSimUnits

// Who may do what. A request is refused in the order in which the provider finds fault with it: the
// store is out, the bucket is not there, the caller may not, the object is not there, the key refuses.

extension Cloud {
    /// Whether the object store of a region answers: it lives on while one zone is lost, not two (C9).
    package func isObjectStoreUp(_ region: Int) -> Bool {
        outages[region].isUp && outages[region].zones.count { $0 > 0 } < 2 && storage.storeFaults[region] == 0
    }

    /// The description of a bucket; `nil` if there is none of that name.
    package func bucket(named name: String) -> StorageConfiguration.Bucket? {
        storage.index(ofBucket: name).map { storage.buckets[$0].configuration }
    }

    /// The bucket of a name, its store being up.
    func bucket(_ name: String, for operation: CloudError.Operation) throws(CloudError) -> Int {
        guard let index = storage.index(ofBucket: name) else {
            throw CloudError(.noSuchBucket, operation, "The specified bucket does not exist")
        }
        guard isObjectStoreUp(storage.buckets[index].configuration.region) else {
            throw CloudError(.serviceUnavailable, operation, "Please reduce your request rate.")
        }
        return index
    }

    /// Refuses a caller who may not do something to a bucket or an object in it.
    func authorize(
        _ caller: Caller, _ action: String, _ bucket: Int, key: String? = nil,
        for operation: CloudError.Operation
    ) throws(CloudError) {
        let configuration = storage.buckets[bucket].configuration
        let path = key.map { "/" + $0 } ?? ""
        try authorize(
            caller, action, resource: configuration.name, of: configuration.account,
            named: "\"arn:aws:s3:::\(configuration.name)\(path)\"", for: operation)
    }

    func authorize(
        _ caller: Caller, _ action: String, resource: String, of account: String, named arn: String,
        for operation: CloudError.Operation
    ) throws(CloudError) {
        guard let name = caller.name else { return }
        guard let identity = storage.identities.first(where: { $0.name == name }), isKnown(caller) else {
            throw CloudError(
                .invalidAccessKey, operation,
                "The AWS Access Key Id you provided does not exist in our records.")
        }
        guard !identity.may(action, resource, of: account) else { return }
        throw CloudError(
            .accessDenied, operation,
            "User: arn:aws:iam::\(identity.account):user/\(name) is not authorized to perform: \(action) on "
                + "resource: \(arn) because no identity-based policy allows the \(action) action")
    }

    /// The error for an object that is not there: who may not list the bucket is not told so.
    func missing(
        _ address: ObjectAddress, in bucket: Int, version: String?, as caller: Caller,
        for operation: CloudError.Operation
    ) -> CloudError {
        do throws(CloudError) {
            try authorize(caller, "s3:ListBucket", bucket, for: operation)
        } catch {
            return error
        }
        if version != nil {
            return CloudError(.noSuchVersion, operation, "The specified version does not exist.")
        }
        return CloudError(.noSuchKey, operation, "The specified key does not exist.")
    }
}

extension Cloud {
    /// Whether a caller has an access key that is in use.
    package func isKnown(_ caller: Caller) -> Bool {
        storage.accessKeys.contains { key in
            guard key.isActive, key.user == caller.name else { return false }
            if case .thief(_, let since) = caller { return key.createdAt <= since }
            return true
        } || caller == .anyone
    }

    /// The identities that can ask for something.
    package var identities: [Identity] { storage.identities }

    /// Whether an identity may do something to a bucket, its credentials being valid.
    package func may(_ caller: Caller, _ action: String, _ bucket: String) -> Bool {
        guard let index = storage.index(ofBucket: bucket) else { return false }
        do throws(CloudError) {
            try authorize(caller, action, index, for: .headObject)
            return true
        } catch {
            return false
        }
    }
}
