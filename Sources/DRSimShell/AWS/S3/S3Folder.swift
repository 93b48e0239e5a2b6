import DRSimCloud
import DRSimUnits
import OrderedCollections

/// The objects or files below a place: their paths from there, sizes and ages.
struct S3Folder {
    let items: [Item]

    struct Item: Hashable, Sendable {
        let path: String
        let size: ByteCount
        let changedAt: Instant
    }

    /// Reads what is below a place; the store's refusal ends the command.
    init(_ location: S3Location, in scope: CommandScope) throws(CommandFailure) {
        switch location {
        case .bucket(let address):
            do throws(CloudError) {
                items = try scope.infrastructure.cloud
                    .listObjects(in: address.bucket, prefix: address.folder, as: scope.caller)
                    .map { object in
                        Item(
                            path: String(object.key.dropFirst(address.folder.count)),
                            size: object.version.size, changedAt: object.version.storedAt)
                    }
            } catch {
                throw CommandFailure(1, "fatal error: \(error)")
            }
        case .local(let folder):
            let prefix = folder.absolute == "/" ? "/" : folder.absolute + "/"
            items = scope.session.files.filter { $0.key.hasPrefix(prefix) }.sorted { $0.key < $1.key }
                .map { path, file in
                    Item(
                        path: String(path.dropFirst(prefix.count)), size: file.size,
                        changedAt: file.writtenAt)
                }
        }
    }

    /// Reads what is to be copied: of files a folder is there if something lies in it.
    init(source: S3Location, in scope: CommandScope) throws(CommandFailure) {
        try self.init(source, in: scope)
        guard case .local(let folder) = source, items.isEmpty, !["/", "/tmp"].contains(folder.absolute)
        else { return }
        guard scope.session.files[folder.absolute] == nil else {
            throw .notSimulated("a file in place of a folder")
        }
        throw CommandFailure(255, "The user-provided path \(folder.absolute) does not exist.")
    }
}
