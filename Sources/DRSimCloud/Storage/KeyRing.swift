import DRSimUnits

/// The encryption keys of all regions: where each is, and in which state.
struct KeyRing: Hashable, Sendable {
    private let keys: [StorageConfiguration.Key]
    private var sites: [Site]

    /// A key in one of its regions.
    private struct Site: Hashable, Sendable {
        let key: Int
        let region: Int
        var state = KeyState.enabled
        var faults = 0
    }

    init(_ keys: [StorageConfiguration.Key]) {
        self.keys = keys
        sites = keys.enumerated().flatMap { index, key in
            ([key.region] + key.replicas).map { Site(key: index, region: $0) }
        }
    }

    /// The key a reference means in a region: its id, its ARN, or an alias.
    func find(_ reference: String, in region: Int, named regionName: String) throws(KeyRefusal) -> Int {
        if reference.hasPrefix("arn:") {
            let parts = reference.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 6, parts[2] == "kms" else { throw .invalidARN(reference) }
            guard parts[3] == regionName else { throw .invalidARN(parts[3]) }
            return try find(Self.id(inARN: parts[5]), in: region, named: regionName)
        }
        let alias = reference.hasPrefix("alias/") ? String(reference.dropFirst(6)) : nil
        let site = sites.first { site in
            site.region == region
                && (alias.map { keys[site.key].alias == $0 } ?? (keys[site.key].id == reference))
        }
        guard let site else { throw .unknown(reference) }
        return site.key
    }

    private static func id(inARN resource: String) -> String {
        resource.hasPrefix("key/") ? String(resource.dropFirst(4)) : resource
    }

    func configuration(_ key: Int) -> StorageConfiguration.Key { keys[key] }

    func state(_ key: Int, in region: Int) -> (state: KeyState, isAvailable: Bool)? {
        sites.first { $0.key == key && $0.region == region }.map { ($0.state, $0.faults == 0) }
    }

    /// Whether what was encrypted under a key can be decrypted in a region.
    func isUsable(_ id: String, in region: Int) -> Bool {
        sites.contains {
            keys[$0.key].id == id && $0.region == region && $0.state == .enabled && $0.faults == 0
        }
    }

    /// Sets the state of a key in a region.
    mutating func set(_ state: KeyState, of id: String, in region: Int) {
        for index in sites.indices where keys[sites[index].key].id == id && sites[index].region == region {
            sites[index].state = state
        }
    }

    /// Adds a fault of a key in a region or takes one away; `true` if that made a difference.
    mutating func addFault(_ count: Int, to id: String, in region: Int) -> Bool {
        guard
            let index = sites.firstIndex(where: { keys[$0.key].id == id && $0.region == region })
        else { return false }
        let before = sites[index].faults
        sites[index].faults += count
        precondition(sites[index].faults >= 0, "the key \(id) was mended once too often in region \(region)")
        return (before > 0) != (sites[index].faults > 0)
    }
}

/// The state of an encryption key in a region.
package enum KeyState: String, Hashable, Sendable {
    /// It encrypts and decrypts.
    case enabled = "Enabled"
    /// Somebody switched it off.
    case disabled = "Disabled"
    /// Somebody asked for its deletion; it can still be saved.
    case pendingDeletion = "PendingDeletion"
}

/// Why a key cannot be used.
enum KeyRefusal: Error, Hashable {
    case unknown(String)
    case invalidARN(String)
}
