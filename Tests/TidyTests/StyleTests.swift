import Foundation
import Testing

/// Rules of style that a formatter does not know. Rules that are not run are not kept.
struct StyleTests {
    /// Words that do not belong in sources, with the reason.
    static let banned: [(text: String, targets: Set<String>?, reason: String)] = [
        ("TODO", nil, "unfinished work belongs in the issue tracker"),
        ("FIXME", nil, "unfinished work belongs in the issue tracker"),
        ("try!", nil, "bad input must become a diagnostic"),
        ("fatalError(", nil, "a broken invariant is a precondition with values"),
        ("Date()", simulated, "simulated code has no clock"),
        ("SystemRandomNumberGenerator", nil, "every draw comes from the seed"),
        (".random(in", nil, "every draw comes from the seed"),
        (".shuffled()", nil, "every draw comes from the seed"),
        ("import Foundation", simulated, "simulated code needs no Foundation"),
        ("async ", simulated, "simulated code is synchronous"),
    ]

    /// The targets whose code runs inside a trial.
    static let simulated: Set<String> = [
        "DRSimUnits", "DRSimPlan", "DRSimTrace", "DRSimKernel", "DRSimControl", "DRSimPeople",
        "DRSimCloud", "DRSimKubernetes", "DRSimPostgres", "DRSimShell", "DRSimWorld", "DRSimScoring",
        "DRSimStatistics", "DRSimDocument", "DRSimHarness",
    ]

    @Test func `no source file has a banned word`() throws {
        var strays: [String] = []
        for file in try SourceTree.sources() {
            for rule in Self.banned where rule.targets?.contains(file.target) ?? true {
                for (number, line) in file.lines.enumerated() where Self.code(of: line).contains(rule.text) {
                    strays.append("\(file.path):\(number + 1): \(rule.text): \(rule.reason)")
                }
            }
        }
        #expect(strays == [])
    }

    @Test func `files of sources, tests, plans and docs have at most 400 lines`() throws {
        let files =
            try SourceTree.sources() + SourceTree.tests()
            + SourceTree.files(below: "scenarios", ending: ".yaml")
            + SourceTree.files(below: "docs", ending: ".md")
            + SourceTree.files(below: "docs", ending: ".yaml")
        #expect(files.filter { $0.lines.count > 401 }.map(\.path) == [])
    }

    @Test func `lines have at most 110 columns`() throws {
        var strays: [String] = []
        for file in try SourceTree.sources() + SourceTree.tests() {
            for (number, line) in file.lines.enumerated() where line.count > 110 {
                strays.append("\(file.path):\(number + 1)")
            }
        }
        #expect(strays == [])
    }

    @Test func `functions have at most 70 lines`() throws {
        var strays: [String] = []
        for file in try SourceTree.sources() {
            strays += Self.functions(of: file).filter { $0.length > 70 }.map {
                "\(file.path):\($0.line): \($0.length) lines"
            }
        }
        #expect(strays == [])
    }

    @Test func `no file or folder is a drawer`() throws {
        let drawers = ["Util", "Helper", "Common", "Misc"]
        let strays = try SourceTree.sources().filter { file in
            file.path.split(separator: "/").contains { part in drawers.contains { part.hasPrefix($0) } }
        }
        #expect(strays.map(\.path) == [])
    }

    @Test func `every declaration other targets see has a doc comment`() throws {
        var strays: [String] = []
        for file in try SourceTree.sources() {
            let lines = file.lines.map { $0.drop { $0 == " " } }
            for (number, line) in lines.enumerated() where Self.declares(line) {
                let above = lines[..<number].last { !$0.hasPrefix("@") } ?? ""
                if !above.hasPrefix("///") { strays.append("\(file.path):\(number + 1): \(line)") }
            }
        }
        #expect(strays == [])
    }

    @Test func `no trial goes through a set or a dictionary, whose order differs between runs`() throws {
        #expect(Self.hashed(in: ["let open = Set(parts)", "var size: [Name: Int]"]) == ["open", "size"])
        #expect(Self.goesThrough("open", "for part in open where part.isBig {"))
        #expect(Self.goesThrough("size", "return size.values.max()"))
        #expect(Self.goesThrough("size", "let all = size.map {"))
        #expect(!Self.goesThrough("size", "for part in size[name] {"))
        #expect(!Self.goesThrough("size", "for name in size.keys.sorted() {"))
        var strays: [String] = []
        for file in try SourceTree.sources() where Self.simulated.contains(file.target) {
            let lines = file.lines.map(Self.code)
            for name in Self.hashed(in: lines) {
                strays += lines.indices.filter { Self.goesThrough(name, lines[$0]) }.map {
                    "\(file.path):\($0 + 1): \(name) has no order"
                }
            }
        }
        #expect(strays == [])
    }

    /// The names of a file that stand for sets and dictionaries: of values, or of functions that give one.
    private static func hashed(in lines: [String]) -> [String] {
        let type = #"(?:Set[<(]|Dictionary[<(]|\[[A-Z][\w.]*: ?[A-Z\[(])"#
        let declarations = [#"(\w+)(?::| =) "# + type, #"func (\w+)\(.*-> "# + type]
        let unsorted = lines.filter { !$0.contains(".sorted()") }
        let names = declarations.flatMap { matches(of: $0, in: unsorted) }
        return Array(Set(names)).sorted()
    }

    /// Whether a line takes the elements of what has this name one after the other.
    private static func goesThrough(_ name: String, _ line: String) -> Bool {
        // An expression is built for each name and line: only for lines that can match.
        guard line.contains(name) || line.contains(" in ") else { return false }
        let walks =
            "map|flatMap|compactMap|reduce|forEach|first|keys|values|min|max|enumerated|joined|prefix|lazy"
            + "|dropFirst|popFirst|randomElement"
        let loop = #"\bin (?:\w+\.)*"# + name + #"(?:\(.*\))?(?: where .*)? \{"#
        let walk = #"\b"# + name + #"(?:\([^()]*\))?\.(?:"# + walks + #")\b(?!\.sorted)"#
        return [loop, walk, #"\bin (?:Set|Dictionary)\("#].contains { !matches(of: $0, in: [line]).isEmpty }
    }

    /// What a regular expression finds in lines: its first group, or all of it.
    private static func matches(of expression: String, in lines: [String]) -> [String] {
        guard let regex = try? Regex(expression).wordBoundaryKind(.simple) else {
            return ["no expression: \(expression)"]
        }
        return lines.flatMap { $0.matches(of: regex) }.map { match in
            String(match.count > 1 ? match[1].substring ?? "" : match[0].substring ?? "")
        }
    }

    /// The line without its comment, so that prose may name what code may not use.
    private static func code(of line: String) -> String {
        guard let comment = line.range(of: "//") else { return line }
        return String(line[..<comment.lowerBound])
    }

    /// Whether the line declares something for other targets that no protocol has described already.
    private static func declares(_ line: Substring) -> Bool {
        let described = ["Literal", "var description:", "func ==", "func <", "func hash(into"]
        return (line.hasPrefix("package ") || line.hasPrefix("public "))
            && !line.contains(" import ") && !described.contains { line.contains($0) }
    }

    /// Functions by their first line and length: from the line with `func` or `init` that opens a
    /// brace to the line that closes it at the same indentation.
    private static func functions(of file: SourceTree.File) -> [(line: Int, length: Int)] {
        var found: [(Int, Int)] = []
        for (number, line) in file.lines.enumerated() {
            let openers = ["func ", " init(", " init?("]
            guard openers.contains(where: line.contains), !line.hasPrefix("//") else { continue }
            let indentation = String(line.prefix { $0 == " " })
            let closing = indentation + "}"
            guard
                let end = file.lines[number...].firstIndex(where: { $0 == closing })
            else { continue }
            found.append((number + 1, end - number + 1))
        }
        return found.map { (line: $0.0, length: $0.1) }
    }
}
