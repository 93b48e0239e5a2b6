import Foundation
import Testing

/// The layer table of the architecture, held against the sources' own imports.
struct LayerTests {
    /// What each target may import of drsim and of libraries, lowest layer first.
    static let table: [(target: String, imports: Set<String>)] = [
        ("DRSimUnits", []),
        ("DRSimDocument", ["OrderedCollections"]),
        ("DRSimPlan", ["DRSimUnits", "DRSimDocument", "OrderedCollections"]),
        ("DRSimTrace", ["DRSimUnits", "DRSimPlan"]),
        ("DRSimKernel", ["DRSimUnits"]),
        ("DRSimControl", ["DRSimUnits", "DRSimPlan"]),
        ("DRSimPeople", ["DRSimUnits", "DRSimKernel"]),
        ("DRSimCloud", ["DRSimUnits", "DRSimKernel", "OrderedCollections"]),
        ("DRSimKubernetes", ["DRSimUnits", "DRSimDocument", "DRSimKernel", "OrderedCollections"]),
        ("DRSimPostgres", ["DRSimUnits", "DRSimKernel"]),
        (
            "DRSimShell",
            [
                "DRSimUnits", "DRSimDocument", "DRSimKernel", "DRSimCloud", "DRSimKubernetes",
                "DRSimPostgres", "OrderedCollections",
            ]
        ),
        (
            "DRSimWorld",
            [
                "DRSimUnits", "DRSimDocument", "DRSimPlan", "DRSimTrace", "DRSimKernel", "DRSimControl",
                "DRSimPeople", "DRSimCloud", "DRSimKubernetes", "DRSimPostgres", "DRSimShell",
                "OrderedCollections",
            ]
        ),
        ("DRSimStatistics", []),
        ("DRSimScoring", ["DRSimUnits", "DRSimPlan", "DRSimTrace", "DRSimStatistics"]),
        (
            "DRSimHarness",
            [
                "DRSimUnits", "DRSimPlan", "DRSimTrace", "DRSimWorld", "DRSimScoring",
                "Crypto", "Dispatch", "Synchronization",
            ]
        ),
        (
            "DRSimFiles",
            [
                "DRSimUnits", "DRSimDocument", "DRSimPlan", "Yams", "Crypto", "OrderedCollections",
                "Foundation",
            ]
        ),
        ("DRSimTemplates", []),
        ("DRSimStore", ["DRSimUnits", "DRSimPlan", "DRSimTrace", "DRSimScoring", "GRDB"]),
        (
            "DRSimReports", ["DRSimUnits", "DRSimPlan", "DRSimScoring", "DRSimStatistics", "Mustache"]
        ),
        (
            "DRSimCLI",
            [
                "DRSimUnits", "DRSimDocument", "DRSimPlan", "DRSimTrace", "DRSimControl", "DRSimFiles",
                "DRSimHarness", "DRSimScoring", "DRSimStatistics", "DRSimStore", "DRSimReports",
                "DRSimTemplates", "DRSimWorld", "ArgumentParser", "OrderedCollections", "Synchronization",
                "Rainbow",
                "TextTable", "Foundation",
            ]
        ),
        ("drsim", ["DRSimCLI"]),
    ]

    @Test func `every import of a source file stands in the layer table, and none stands there unused`()
        throws
    {
        let allowed = Dictionary(uniqueKeysWithValues: Self.table.map { ($0.target, $0.imports) })
        var unused = allowed
        var strays: [String] = []
        for file in try SourceTree.sources() {
            let imports = try #require(allowed[file.target], "\(file.target) is not in the layer table")
            for module in file.lines.compactMap(Self.importedModule) {
                unused[file.target]?.remove(module)
                if !imports.contains(module) { strays.append("\(file.path) imports \(module)") }
            }
        }
        #expect(strays == [])
        #expect(unused.filter { !$0.value.isEmpty } == [:])
    }

    @Test func `no layer imports itself, a higher one, or one that does not exist`() {
        let order = Self.table.map(\.target)
        for (index, row) in Self.table.enumerated() {
            let above = order[index...].filter { row.imports.contains($0) }
            #expect(above == [], "\(row.target) imports upward")
        }
    }

    @Test func `the package lets each layer use what the table says, and nothing else of drsim`() throws {
        let text = try String(contentsOf: SourceTree.root.appending(path: "Package.swift"), encoding: .utf8)
        var packaged: [String: Set<String>] = [:]
        for row in text.matches(of: /\(\s*"(\w+)",\s*\[([^\]]*)\]\s*\)/) {
            packaged[String(row.1)] = Set(row.2.matches(of: /"(\w+)"/).map { String($0.1) })
        }
        for (target, imports) in Self.table where target.hasPrefix("DRSim") {
            let own = imports.filter { $0.hasPrefix("DRSim") }
            #expect(packaged[target] == own, "\(target)")
        }
    }

    @Test func `every layer has sources`() throws {
        let present = Set(try SourceTree.sources().map(\.target))
        #expect(Set(Self.table.map(\.target)) == present)
    }

    /// The module an `import` line names.
    static func importedModule(_ line: String) -> String? {
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 1, place + 1 < words.count else {
            return nil
        }
        let modifiers: Set<Substring> = ["package", "public", "internal", "@testable"]
        guard words[..<place].allSatisfy(modifiers.contains) else { return nil }
        return words[place + 1].split(separator: ".").first.map(String.init)
    }
}
