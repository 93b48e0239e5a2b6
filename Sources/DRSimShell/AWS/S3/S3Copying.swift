import DRSimCloud
import DRSimPostgres
import DRSimUnits
import OrderedCollections

/// The two places a command copies between, of which one at least is in a bucket.
struct S3Route: Hashable, Sendable {
    let source: S3Location
    let target: S3Location

    init(_ command: String, _ call: AWSCall) throws(CommandFailure) {
        guard call.arguments.count == 2 else {
            throw AWS.usage("the following arguments are required: paths")
        }
        (source, target) = (S3Location(call.arguments[0]), S3Location(call.arguments[1]))
        guard source.address != nil || target.address != nil else {
            throw CommandFailure(
                252,
                "usage: aws s3 \(command) <LocalPath> <S3Uri> or <S3Uri> <LocalPath> or <S3Uri> <S3Uri>\n"
                    + "Error: Invalid argument type")
        }
    }

    var addresses: [ObjectAddress] { [source, target].compactMap(\.address) }

    /// What the command says when the store does not answer.
    func unreachable(_ message: String) -> CommandResult {
        guard case .local = source else { return .failure(1, "fatal error: \(message)") }
        return .failure(1, "upload failed: \(source.printed) to \(target.printed) \(message)")
    }
}

/// `aws s3 cp`: copies an object or a file, or all below a folder; `-` is standard input or output.
struct S3Copy: S3Operation {
    private let route: S3Route
    private let isRecursive: Bool
    private let isStreamed: Bool

    var addresses: [ObjectAddress] { route.addresses }

    init(_ call: AWSCall) throws(CommandFailure) {
        route = try S3Route("cp", call)
        isRecursive = call.has("--recursive")
        isStreamed = call.arguments.contains("-")
        guard isStreamed, isRecursive else { return }
        throw CommandFailure(252, "Streaming currently is only compatible with non-recursive cp commands")
    }

    func load(_ call: AWSCall, in scope: CommandScope) -> TransferLoad? {
        (try? transfers(in: scope))?.load
    }

    func unreachable(_ message: String) -> CommandResult { route.unreachable(message) }

    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        guard isStreamed else { return try transfers(in: scope).run(call, in: &scope) }
        switch (route.source.address, route.target.address) {
        case (let source?, _): return try download(source, in: scope)
        case (_, let target?): return try upload(to: target, key: call["--sse-kms-key-id"], in: &scope)
        case (nil, nil): return .success("")
        }
    }

    /// Writes an object to standard output: of what is in it only a dump has a text.
    private func download(
        _ source: ObjectAddress, in scope: CommandScope
    ) throws(CommandFailure) -> CommandResult {
        _ = try sourceSize(in: scope)
        let object = try scope.ask { (cloud, caller) throws(CloudError) in
            try cloud.getObject(source, as: caller)
        }
        return .success(object.content.map { DumpPayload($0)?.text ?? "\u{1f}\u{8b}\n" } ?? "")
    }

    /// Stores what comes from standard input.
    private func upload(
        to target: ObjectAddress, key: String?, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let payload = scope.input.flatMap { DumpPayload($0) }
        let upload = ObjectUpload(
            size: try sourceSize(in: scope), content: payload?.content ?? ObjectContent(payload: 0), key: key,
            isInParts: true)
        let caller = scope.caller
        try scope.changeCloud { (cloud, now, draws, effects) throws(CloudError) in
            _ = try cloud.putObject(
                upload, at: target, as: caller, at: now, draws: draws, effects: &effects)
        }
        return .success("", isEffective: true)
    }

    private func transfers(in scope: CommandScope) throws(CommandFailure) -> [S3Transfer] {
        if isRecursive {
            return try S3Folder(source: route.source, in: scope).items.map { item in
                S3Transfer(
                    source: route.source.below(item.path), target: route.target.below(item.path),
                    size: item.size)
            }
        }
        let target = route.target.accepting(route.source.name)
        return [S3Transfer(source: route.source, target: target, size: try sourceSize(in: scope))]
    }

    private func sourceSize(in scope: CommandScope) throws(CommandFailure) -> ByteCount {
        switch route.source {
        case .local where isStreamed:
            guard let payload = scope.input.flatMap({ DumpPayload($0) }) else {
                return ByteCount(Int64(scope.input?.utf8.count ?? 0))
            }
            return scope.infrastructure.databases.catalog[payload.id].size
        case .local(let path):
            guard let file = scope.session.files[path.absolute] else {
                throw CommandFailure(255, "The user-provided path \(path.absolute) does not exist.")
            }
            return file.size
        case .bucket(let address):
            do throws(CloudError) {
                return try scope.infrastructure.cloud.getObject(
                    address, as: scope.caller, for: .headObject
                ).size
            } catch {
                let known = error.withoutBody
                let words =
                    known.hasSuffix("Not Found")
                    ? known.dropLast(9) + "Key \"\(address.key)\" does not exist" : known
                throw CommandFailure(1, "fatal error: \(words)")
            }
        }
    }
}

/// `aws s3 sync`: copies what the target lacks, or has of another size or older, and with `--delete`
/// deletes what only the target has.
struct S3Sync: S3Operation {
    private let route: S3Route

    var addresses: [ObjectAddress] { route.addresses }

    init(_ call: AWSCall) throws(CommandFailure) {
        route = try S3Route("sync", call)
    }

    func load(_ call: AWSCall, in scope: CommandScope) -> TransferLoad? {
        (try? differences(in: scope))?.transfers.load
    }

    func unreachable(_ message: String) -> CommandResult { .failure(1, "fatal error: \(message)") }

    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let (transfers, strays) = try differences(in: scope)
        var results = [transfers.run(call, in: &scope)]
        for stray in strays where call.has("--delete") { results.append(stray.delete(in: &scope)) }
        return .joined(results)
    }

    private func differences(
        in scope: CommandScope
    ) throws(CommandFailure) -> (transfers: [S3Transfer], strays: [S3Location]) {
        let wanted = try S3Folder(source: route.source, in: scope).items
        let present = try S3Folder(route.target, in: scope).items
        let transfers = wanted.compactMap { item -> S3Transfer? in
            let other = present.first { $0.path == item.path }
            if let other, other.size == item.size, other.changedAt >= item.changedAt { return nil }
            return S3Transfer(
                source: route.source.below(item.path), target: route.target.below(item.path),
                size: item.size)
        }
        let strays = present.filter { item in !wanted.contains { $0.path == item.path } }
        return (transfers, strays.map { route.target.below($0.path) })
    }
}
