import Testing
import Yams

/// Nothing of the plan document gets lost: each item is somewhere or is left out for a reason.
struct TraceabilityTests {
    @Test(
        .enabled(if: PlanDocument.path != nil, "set PLAN_DOCUMENT to the plan document to compare with it"),
        arguments: PlanItems.allCases)
    func `every item of the document is listed, and nothing else`(items: PlanItems) throws {
        let document = try PlanDocument(path: #require(PlanDocument.path))
        let names = try items.names(in: document)
        let listed = try Traceability().entries(items).map(\.name)
        #expect(names.filter { !listed.contains($0) } == [], "in the document, but not listed")
        #expect(listed.filter { !names.contains($0) } == [], "listed, but not in the document")
        #expect(Set(listed).count == listed.count, "an item is listed twice")
    }

    @Test(
        .enabled(if: PlanDocument.path != nil, "set PLAN_DOCUMENT to the plan document to count its items"),
        arguments: [
            (PlanItems.services, 20), (.functions, 30), (.undefined, 11), (.procedures, 18),
            (.checklist, 31), (.tasks, 24), (.metrics, 12),
        ])
    func `the document has as many items as it is known to have`(items: PlanItems, count: Int) throws {
        let document = try PlanDocument(path: #require(PlanDocument.path))
        #expect(try items.names(in: document).count == count)
    }

    @Test(arguments: PlanItems.allCases)
    func `what the list points to exists`(items: PlanItems) throws {
        let entries = try Traceability().entries(items)
        #expect(!entries.isEmpty)
        for entry in entries {
            #expect(try entry.fate.exists(), "\(items.rawValue) \(entry.name) points to \(entry.fate)")
        }
    }

    @Test(.enabled(if: PlanDocument.path != nil, "set PLAN_DOCUMENT to the plan document to compare with it"))
    func `what is said to be unchanged is`() throws {
        let document = try PlanDocument(path: #require(PlanDocument.path))
        let same = try Traceability().entries(.yaml).filter(\.isSame)
        #expect(!same.isEmpty)
        for group in try document.yamlGroups {
            for leaf in group.leaves {
                guard let entry = same.first(where: { $0.name == "\(group.name) \(leaf.pointer)" }) else {
                    continue
                }
                #expect(try entry.fate.node()?.string == leaf.value, "\(entry.name)")
            }
        }
    }

    @Test(arguments: PlanItems.allCases)
    func `what is not modelled says why`(items: PlanItems) throws {
        for entry in try Traceability().entries(items) {
            guard case .notModelled(let reason) = entry.fate else { continue }
            #expect(reason.count > 20, "\(entry.name): \(reason)")
        }
    }

    @Test func `the list has no sections of its own`() throws {
        #expect(try Traceability().unknownSections == [])
    }
}
