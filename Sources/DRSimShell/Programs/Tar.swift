import DRSimCloud
import DRSimUnits
import OrderedCollections

/// The simulated `tar`, as far as it makes archives.
///
/// No shell reads the words before it does: a pattern is the name of a file that does not exist (F34).
struct Tar: Program {
    private let archive: LocalPath
    private let members: [String]

    init(arguments: ArraySlice<String>, session: ShellSession) throws(CommandFailure) {
        guard let mode = arguments.first else {
            throw CommandFailure(
                2,
                "tar: You must specify one of the '-Acdtrux', '--delete' or '--test-label' options\n"
                    + Self.advice)
        }
        let letters = mode.hasPrefix("-") ? mode.dropFirst() : mode[...]
        guard letters.contains("c"), letters.allSatisfy({ "czf".contains($0) }), letters.last == "f" else {
            throw .notSimulated("tar \(mode)")
        }
        guard let path = arguments.dropFirst().first else {
            throw CommandFailure(2, "tar: option requires an argument -- 'f'\n" + Self.advice)
        }
        (archive, members) = (LocalPath(path), Array(arguments.dropFirst(2)))
        if let option = members.first(where: { $0.hasPrefix("-") }) { throw .notSimulated("tar \(option)") }
        guard !members.isEmpty else {
            throw CommandFailure(2, "tar: Cowardly refusing to create an empty archive\n" + Self.advice)
        }
    }

    private static let advice = "Try 'tar --help' or 'tar --usage' for more information."

    func wait(in scope: CommandScope) -> CommandWait { .forAnswer }

    /// What can be archived is, and then an error is reported for the rest.
    func run(in scope: inout CommandScope) throws(CommandFailure) -> CommandResult {
        let files = members.map { scope.session.files[LocalPath($0).absolute] }
        let size = files.compactMap { $0 }.reduce(Self.emptySize) { $0 + $1.size }
        scope.session.files[archive.absolute] = LocalFile(
            size: size, content: ObjectContent(payload: 0), writtenAt: scope.now)
        var errors: [String] = []
        if members.contains(where: { $0.hasPrefix("/") }) {
            errors.append("tar: Removing leading `/' from member names")
        }
        let missing = zip(members, files).filter { $0.1 == nil }.map(\.0)
        errors += missing.map { "tar: \($0): Cannot stat: No such file or directory" }
        if !missing.isEmpty { errors.append("tar: Exiting with failure status due to previous errors") }
        return CommandResult(
            status: missing.isEmpty ? 0 : 2, errors: errors.joined(separator: "\n"),
            isEffective: missing.count < members.count)
    }

    /// A compressed archive of nothing.
    private static let emptySize = ByteCount(45)
}
