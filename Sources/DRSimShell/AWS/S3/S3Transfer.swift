import DRSimCloud
import DRSimUnits
import OrderedCollections

/// One object or file that `aws s3` moves: where from, where to, how large.
struct S3Transfer: Hashable, Sendable {
    let source: S3Location
    let target: S3Location
    let size: ByteCount

    /// What is larger goes in parts.
    static let partLimit = ByteCount(8 << 20)

    /// Which way it goes; `nil` between two files.
    var way: TransferWay? {
        switch (source.isInBucket, target.isInBucket) {
        case (false, true): .upload
        case (true, false): .download
        case (true, true): .copy
        case (false, false): nil
        }
    }

    /// Moves it, and says so.
    func run(key: String?, in scope: inout CommandScope) -> CommandResult {
        let words = "\(source.printed) to \(target.printed)"
        let verb = way?.rawValue ?? ""
        do throws(CommandFailure) {
            try move(key: key, in: &scope)
            return .success("\(verb): \(words)\n", isEffective: true)
        } catch {
            return .failure(1, "\(verb) failed: \(words) \(error.result.errors)")
        }
    }

    private func move(key: String?, in scope: inout CommandScope) throws(CommandFailure) {
        let isInParts = size > Self.partLimit
        let caller = scope.caller
        switch (source, target) {
        case (.local(let path), .bucket(let address)):
            guard let file = scope.session.files[path.absolute] else {
                throw CommandFailure(1, "[Errno 2] No such file or directory: '\(path.absolute)'")
            }
            let upload = ObjectUpload(
                size: file.size, content: file.content, key: key, isInParts: isInParts)
            try scope.changeCloud { (cloud, now, draws, effects) throws(CloudError) in
                _ = try cloud.putObject(
                    upload, at: address, as: caller, at: now, draws: draws, effects: &effects)
            }
        case (.bucket(let address), .local(let path)):
            let object = try scope.ask { (cloud, caller) throws(CloudError) in
                try cloud.getObject(address, as: caller)
            }
            guard let content = object.content else { return }
            scope.session.files[path.absolute] = LocalFile(
                size: object.size, content: content, writtenAt: scope.now)
        case (.bucket(let from), .bucket(let to)):
            try scope.changeCloud { (cloud, now, draws, effects) throws(CloudError) in
                _ = try cloud.copyObject(
                    from: from, to: to, key: key, isInParts: isInParts, as: caller, at: now, draws: draws,
                    effects: &effects)
            }
        case (.local, .local): break
        }
    }
}

extension [S3Transfer] {
    /// What all of them move.
    var load: TransferLoad? {
        guard let way = first?.way else { return nil }
        return TransferLoad(size: reduce(.zero) { $0 + $1.size }, way: way)
    }

    /// Moves them one after the other, going on after failures.
    func run(_ call: AWSCall, in scope: inout CommandScope) -> CommandResult {
        var results: [CommandResult] = []
        for transfer in self {
            results.append(transfer.run(key: call["--sse-kms-key-id"], in: &scope))
        }
        var result = CommandResult.joined(results)
        if call.has("--quiet") || call.has("--only-show-errors") { result.output = "" }
        return result
    }
}
