import DRSimDocument
import DRSimUnits

/// The words and options of one `aws` command line.
struct AWSCall: Sendable {
    /// The region asked: the one named, else the session's.
    let region: String
    /// How long it waits for a connection; `nil` where nothing was said.
    let patience: Span?
    private let scanner: ArgumentScanner
    private let session: ShellSession
    private let query: AWSQuery?
    private let isText: Bool

    private static let options: [ArgumentScanner.Known] = [
        .value("--region"), .value("--output"), .value("--profile"), .value("--query"),
        .value("--cli-connect-timeout"), .flag("--no-cli-pager"), .flag("--no-paginate"),
        .value("--cluster-name"), .value("--nodegroup-name"), .value("--scaling-config"),
        .value("--hosted-zone-id"), .value("--change-batch"), .value("--id"),
        .flag("--recursive"), .flag("--human-readable"), .flag("--summarize"), .flag("--delete"),
        .flag("--quiet"), .flag("--only-show-errors"), .flag("--no-progress"), .value("--sse"),
        .value("--sse-kms-key-id"), .value("--source-region"),
        .value("--bucket"), .value("--key"), .value("--body"), .value("--prefix"), .value("--version-id"),
        .value("--copy-source"), .value("--server-side-encryption"), .value("--ssekms-key-id"),
        .flag("--bypass-governance-retention"),
        .value("--key-id"), .value("--plaintext"), .value("--ciphertext-blob"),
        .value("--snapshot-ids"), .value("--owner-ids"), .value("--filters"), .value("--volume-id"),
        .value("--description"), .value("--source-snapshot-id"), .value("--kms-key-id"),
        .flag("--encrypted"), .value("--instance-ids"),
        .value("--user-name"), .value("--access-key-id"), .value("--status"),
    ]

    /// Options the real one has, of all operations or of some, and the simulated one has not.
    private static let otherOptions = [
        "--acl", "--bucket-key-enabled", "--ca-bundle", "--cache-control", "--checksum-algorithm",
        "--checksum-mode", "--cli-auto-prompt", "--cli-binary-format", "--cli-input-json", "--cli-input-yaml",
        "--cli-read-timeout", "--client-request-token", "--color", "--content-disposition",
        "--content-encoding", "--content-language", "--content-md5", "--content-type", "--continuation-token",
        "--copy-props", "--debug", "--delimiter", "--dry-run", "--dryrun", "--encoding-type",
        "--encryption-algorithm", "--encryption-context", "--endpoint-url", "--exact-timestamps", "--exclude",
        "--expected-bucket-owner", "--expected-size", "--expires", "--fetch-owner", "--follow-symlinks",
        "--force-glacier-transfer", "--generate-cli-skeleton", "--grant-tokens", "--grants", "--if-match",
        "--if-modified-since", "--if-none-match", "--if-unmodified-since", "--ignore-glacier-warnings",
        "--include", "--labels", "--marker", "--max-items", "--max-keys", "--max-results", "--metadata",
        "--metadata-directive", "--mfa", "--next-token", "--no-cli-auto-prompt", "--no-dry-run",
        "--no-encrypted", "--no-follow-symlinks", "--no-guess-mime-type", "--no-sign-request",
        "--no-verify-ssl", "--object-lock-legal-hold-status", "--object-lock-mode",
        "--object-lock-retain-until-date", "--outpost-arn", "--page-size", "--part-number", "--presigned-url",
        "--range", "--recipient", "--request-payer", "--restorable-by-user-ids", "--size-only", "--sse-c",
        "--sse-c-copy-source", "--sse-c-key", "--start-after", "--start-record-identifier",
        "--start-record-name", "--start-record-type", "--starting-token", "--storage-class",
        "--tag-specifications", "--tagging", "--tagging-directive", "--taints", "--update-config",
        "--website-redirect",
    ]

    init(arguments: ArraySlice<String>, session: ShellSession) throws(CommandFailure) {
        do throws(ArgumentScanner.Problem) {
            scanner = try ArgumentScanner(arguments, known: Self.options)
        } catch {
            throw switch error {
            case .unknownOption(let option) where Self.otherOptions.contains(option):
                CommandFailure.notSimulated("aws \(option)")
            case .unknownOption(let option): AWS.usage("Unknown options: \(option)")
            case .unknownLetter(_, let word): AWS.usage("Unknown options: \(word)")
            case .missingValue(let option, _): AWS.usage("argument \(option): expected one argument")
            }
        }
        self.session = session
        region = scanner["--region"] ?? session.region
        patience = scanner["--cli-connect-timeout"].flatMap(Span.init(commandLine:))
        query = try scanner["--query"].map { (text) throws(CommandFailure) in try AWSQuery(text) }
        isText = try Self.isText(scanner["--output"])
    }

    /// The words that are neither options nor values of options anybody here knows, the service and the
    /// operation first.
    static func words(of arguments: ArraySlice<String>) -> [String] {
        ArgumentScanner.words(of: arguments, known: options)
    }

    /// In whose name it asks: that of the profile, else the session's.
    var identity: String? { scanner["--profile"] ?? session.identity }

    /// The service, such as `eks`.
    var service: String? { scanner.positions.first }
    /// The operation, such as `describe-nodegroup`.
    var operation: String? { scanner.positions.dropFirst().first }

    /// The words after the operation.
    var arguments: [String] { Array(scanner.positions.dropFirst(2)) }

    /// Whether a flag was given.
    func has(_ flag: String) -> Bool { scanner.has(flag) }

    /// The value of an option.
    subscript(option: String) -> String? { scanner[option] }

    /// The values of required options.
    func required(_ options: String...) throws(CommandFailure) -> [String] {
        let missing = options.filter { scanner[$0] == nil }
        guard missing.isEmpty else {
            throw AWS.usage("the following arguments are required: \(missing.joined(separator: ", "))")
        }
        return options.compactMap { scanner[$0] }
    }

    /// Options that the real operation heeds and the simulated one cannot.
    func requireAbsence(of options: String...) throws(CommandFailure) {
        for option in options where self[option] != nil { throw .notSimulated("aws \(option)") }
    }

    /// What an option's value stands for: itself, or the text of the file it names as `file://PATH`.
    func content(of value: String, for option: String) throws(CommandFailure) -> String {
        guard value.hasPrefix("file://") else { return value }
        let path = String(value.dropFirst("file://".count))
        if let file = session.provided(path) { return file.text }
        throw CommandFailure(
            252,
            "Error parsing parameter '\(option)': Unable to load paramfile \(value): [Errno 2] No such file "
                + "or directory: '\(path)'")
    }

    /// An answer as the options ask for it to be printed.
    func success(_ answer: JSONValue, isEffective: Bool? = nil) throws(CommandFailure) -> CommandResult {
        let answer = query?.answer(in: answer) ?? answer
        // Of an empty list no line is printed.
        if isText, answer == [] { return .success("", isEffective: isEffective) }
        let text = isText ? try Self.text(answer) : answer.indentedText(sortedKeys: false)
        return .success(text + "\n", isEffective: isEffective)
    }

    private static func isText(_ output: String?) throws(CommandFailure) -> Bool {
        switch output {
        case nil, "json": return false
        case "text": return true
        case "table", "yaml", "yaml-stream", "off": throw .notSimulated("aws --output \(output ?? "")")
        case let name?: throw AWS.usage("argument --output: Found invalid choice '\(name)'")
        }
    }

    /// A scalar, or a list of scalars, as `--output text` prints it.
    private static func text(_ value: JSONValue) throws(CommandFailure) -> String {
        let items = value.array ?? [value]
        guard items.allSatisfy({ $0.array == nil && $0.object == nil }) else {
            throw .notSimulated("aws --output text of a structure")
        }
        return items.map { $0 == .null ? "None" : $0.plainText }.joined(separator: "\t")
    }
}
