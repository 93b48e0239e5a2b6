/// Services, procedures, checklists, tasks and metrics of the document's prose.
extension PlanDocument {
    /// The tiers of the criticality matrix and the services in them.
    var services: [String] {
        lines(in: "").compactMap { line in
            let tier = line.text.firstMatch(of: #/^│ (TIER \d)/#)
            let service = line.text.firstMatch(of: #/^│ [├└]─ (.+?) +│$/#)
            return (tier?.1 ?? service?.1).map(String.init)
        }
    }

    /// Procedures: those the incident classes name, and the playbook's headings that lead to commands.
    var procedures: [String] {
        get throws {
            let named = try yamlGroups.flatMap(\.leaves).filter { $0.pointer.contains("/procedures/") }
            let opened = Set(blocks(in: "bash").compactMap { $0.first.map(\.number) })
            let headings = prose.filter { $0.text.hasPrefix("### ") && opened.contains($0.number + 2) }
            return named.map(\.value) + headings.map { String($0.text.dropFirst(4)) }
        }
    }

    /// What is to be ticked off, in the playbook and after a recovery.
    var checklist: [String] { items(after: "- [ ] ") }

    /// The tasks of the implementation's phases.
    var tasks: [String] {
        let heading = prose.first { $0.text.hasPrefix("## ") && $0.text.hasSuffix("Implementation Timeline") }
        guard let start = heading?.number else { return [] }
        let end = prose.first { $0.text.hasPrefix("## ") && $0.number > start }?.number ?? .max
        return items(after: "   - ", in: start..<end)
    }

    /// The success metrics.
    var metrics: [String] {
        prose.compactMap { $0.text.firstMatch(of: #/^- \*\*(.+)\*\*:/#).map { String($0.1) } }
    }

    private func items(after bullet: String, in range: Range<Int> = 1..<Int.max) -> [String] {
        prose.filter { $0.text.hasPrefix(bullet) && range.contains($0.number) }.map { line in
            line.title(line.text.dropFirst(bullet.count).split(separator: " "))
        }
    }
}
