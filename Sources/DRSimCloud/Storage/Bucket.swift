import DRSimKernel
import DRSimUnits
import OrderedCollections

/// A bucket with all versions of its objects.
struct Bucket: Sendable {
    let configuration: StorageConfiguration.Bucket
    /// The versions of each key, oldest first. Keys stand in the order in which they were first stored.
    private(set) var objects: OrderedDictionary<String, [ObjectVersion]> = [:]
    /// How many versions were ever stored; part of the next one's id.
    private var versionCount = 0
    let stream: StreamName

    init(_ configuration: StorageConfiguration.Bucket) {
        self.configuration = configuration
        stream = StreamName("bucket \(configuration.name)")
    }

    var name: String { configuration.name }

    /// The latest version of an object; `nil` where there is none or it is deleted.
    func current(_ key: String) -> ObjectVersion? {
        objects[key]?.last.flatMap { $0.isDeleteMarker ? nil : $0 }
    }

    func version(_ id: String, of key: String) -> ObjectVersion? {
        objects[key]?.first { $0.id == id }
    }

    /// The latest versions under a prefix, sorted by key as the store lists them: by bytes.
    func listing(prefix: String) -> [ListedObject] {
        objects.compactMap { key, versions in
            guard key.hasPrefix(prefix), let version = versions.last, !version.isDeleteMarker else {
                return nil
            }
            return ListedObject(key: key, version: version)
        }
        .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }

    /// Puts a version on top, but below those that are newer though they were there first; a bucket
    /// without versions keeps only this one.
    mutating func add(_ version: ObjectVersion, to key: String, below newer: [String] = []) {
        if configuration.isVersioned {
            let versions = objects[key, default: []]
            let place = versions.firstIndex { newer.contains($0.id) } ?? versions.endIndex
            objects[key, default: []].insert(version, at: place)
        } else {
            objects[key] = [version]
        }
        versionCount += 1
    }

    /// Takes a version away.
    mutating func remove(_ id: String, of key: String) {
        objects[key]?.removeAll { $0.id == id }
        if objects[key]?.isEmpty == true { objects.removeValue(forKey: key) }
    }

    /// Changes the latest version of a key in place.
    mutating func change(_ id: String, of key: String, _ body: (inout ObjectVersion) -> Void) {
        guard let index = objects[key]?.firstIndex(where: { $0.id == id }) else { return }
        body(&objects[key, default: []][index])
    }

    /// The id of the version that would be stored next.
    func nextVersionID(_ key: String) -> String {
        configuration.isVersioned ? StreamDigits.version("\(name)/\(key) \(versionCount)") : "null"
    }

    /// Until when a version stored now is kept.
    func retention(from now: Instant) -> Instant? { configuration.lock.map { now + $0.retention } }
}

/// An object as a listing has it.
package struct ListedObject: Hashable, Sendable {
    /// The object's key.
    package let key: String
    /// Its latest version.
    package let version: ObjectVersion
}
