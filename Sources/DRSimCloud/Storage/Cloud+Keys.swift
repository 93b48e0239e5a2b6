package import DRSimKernel
package import DRSimUnits

extension Cloud {
    /// An encryption key as the API of a region describes it.
    package func describeKey(
        _ reference: String, in region: Int, as caller: Caller
    ) throws(CloudError) -> KeyDescription {
        let key = try findKey(reference, in: region, for: .describeKey)
        let configuration = storage.keys.configuration(key)
        try authorize(
            caller, "kms:DescribeKey", resource: configuration.id, of: configuration.account,
            named: arn(of: configuration, in: region), for: .describeKey)
        return KeyDescription(
            id: configuration.id, account: configuration.account,
            arn: arn(of: configuration, in: region),
            state: storage.keys.state(key, in: region)?.state ?? .enabled,
            primaryRegion: configuration.replicas.isEmpty ? nil : configuration.region,
            regions: [configuration.region] + configuration.replicas)
    }

    /// Encrypts or decrypts with a key: what comes of it is the owner's affair, whether it works is the
    /// key's. Answers the key's id.
    @discardableResult
    package func useKey(
        _ reference: String, in region: Int, toDecrypt isDecryption: Bool, as caller: Caller
    ) throws(CloudError) -> String {
        try checkKey(
            reference, in: region, isDecryption ? "kms:Decrypt" : "kms:Encrypt", as: caller,
            for: isDecryption ? .decrypt : .encrypt, inStore: false)
    }

    /// Whether what was encrypted under a key can be decrypted in a region now, by somebody who may (C13).
    package func isKeyUsable(_ id: String, in region: Int) -> Bool {
        isUp(region: region) && storage.keys.isUsable(id, in: region)
    }

    /// Sets the state of a key in one of its regions.
    package mutating func setKey(
        _ id: String, in region: Int, to state: KeyState, at now: Instant, draws: Draws,
        effects: inout CloudEffects
    ) {
        storage.keys.set(state, of: id, in: region)
        effects.record(.keyChanged(id: id, region: region, state: state))
        resumeTransfers(at: now, draws: draws, effects: &effects)
    }

    /// The service cannot use a key in a region any more; a second fault is counted.
    package mutating func keyLost(_ id: String, in region: Int, effects: inout CloudEffects) {
        if storage.keys.addFault(1, to: id, in: region) { effects.record(.keyLost(id: id, region: region)) }
    }

    /// One fault of a key ends.
    package mutating func keyReturned(
        _ id: String, in region: Int, at now: Instant, draws: Draws, effects: inout CloudEffects
    ) {
        guard storage.keys.addFault(-1, to: id, in: region) else { return }
        effects.record(.keyReturned(id: id, region: region))
        resumeTransfers(at: now, draws: draws, effects: &effects)
    }

    /// Refuses a key that is not there, not to be used by the caller, or not in order; its id otherwise.
    @discardableResult
    func checkKey(
        _ reference: String, in region: Int, _ action: String, as caller: Caller,
        for operation: CloudError.Operation, inStore: Bool
    ) throws(CloudError) -> String {
        let key = try findKey(reference, in: region, for: operation, inStore: inStore)
        let configuration = storage.keys.configuration(key)
        let arn = arn(of: configuration, in: region)
        try authorize(
            caller, action, resource: configuration.id, of: configuration.account, named: arn, for: operation)
        guard let (state, isAvailable) = storage.keys.state(key, in: region) else { return configuration.id }
        switch state {
        case .disabled:
            throw CloudError(inStore ? .keyDisabledInStore : .keyDisabled, operation, "\(arn) is disabled.")
        case .pendingDeletion:
            throw CloudError(
                inStore ? .keyStateInvalidInStore : .keyStateInvalid, operation, "\(arn) is pending deletion."
            )
        case .enabled: break
        }
        guard isAvailable else {
            throw CloudError(
                inStore ? .keyUnavailableInStore : .keyUnavailable, operation,
                "The request was rejected because the specified KMS key was not available. You can retry the "
                    + "request.")
        }
        return configuration.id
    }

    private func findKey(
        _ reference: String, in region: Int, for operation: CloudError.Operation,
        inStore: Bool = false
    ) throws(CloudError) -> Int {
        let name = configuration.regions[region].name
        do throws(KeyRefusal) {
            return try storage.keys.find(reference, in: region, named: name)
        } catch {
            switch error {
            case .invalidARN(let part):
                throw CloudError(
                    inStore ? .keyNotFoundInStore : .keyNotFound, operation, "Invalid arn \(part)")
            case .unknown(let reference):
                let account = storage.buckets.first?.configuration.account ?? ""
                let path = reference.hasPrefix("alias/") ? reference : "key/\(reference)"
                let word = reference.hasPrefix("alias/") ? "Alias " : "Key '"
                let end = reference.hasPrefix("alias/") ? " is not found." : "' does not exist"
                throw CloudError(
                    inStore ? .keyNotFoundInStore : .keyNotFound, operation,
                    "\(word)arn:aws:kms:\(name):\(account):\(path)\(end)")
            }
        }
    }

    private func arn(of key: StorageConfiguration.Key, in region: Int) -> String {
        "arn:aws:kms:\(configuration.regions[region].name):\(key.account):key/\(key.id)"
    }
}

/// An encryption key as the provider's API describes it in one of its regions.
package struct KeyDescription: Hashable, Sendable {
    /// The key's id.
    package let id: String
    /// The number of its account.
    package let account: String
    /// Its full name in the region asked.
    package let arn: String
    /// Its state there.
    package let state: KeyState
    /// The index of the region it was made in, for a key of several regions; otherwise `nil`.
    package let primaryRegion: Int?
    /// The indices of all its regions.
    package let regions: [Int]
}
