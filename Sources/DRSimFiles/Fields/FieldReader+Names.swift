import DRSimDocument
import DRSimPlan
import DRSimUnits

extension FieldReader {
    /// A name that the mapping defines; where it cannot be read, nothing is said of those who use it.
    func define(_ key: String, _ kind: NameKind) -> String {
        guard let node = requiredNode(key), let name = scalar(node, .text) else {
            report.names.markIncomplete([kind])
            return ""
        }
        define(name, kind, at: node)
        return name
    }

    /// A name that other mappings may define as well.
    func admit(_ key: String, _ kind: NameKind) -> String {
        guard let node = requiredNode(key), let name = scalar(node, .text).map(kind.normalised) else {
            report.names.markIncomplete([kind])
            return ""
        }
        report.names.admit(name, kind, at: node.position)
        return name
    }

    /// A list of names that the mapping defines.
    func defineList(_ key: String, _ kind: NameKind) -> [String] {
        let list = requiredNode(key)
        if list?.items == nil { report.names.markIncomplete([kind]) }
        return items(of: list).compactMap { node in
            guard let name = scalar(node, .text) else {
                report.names.markIncomplete([kind])
                return nil
            }
            define(name, kind, at: node)
            return name
        }
    }

    private func define(_ name: String, _ kind: NameKind, at node: DocumentNode) {
        if let duplicate = report.names.define(name, kind, at: node.position) { report.add(duplicate) }
    }

    /// The name of something that must exist.
    func refer(_ key: String, to kind: NameKind) -> String {
        requiredNode(key).flatMap { reference($0, to: kind, from: nil) } ?? ""
    }

    /// The name of something that must exist if it is named; `owner` is the thing of the same kind that
    /// names it, where circles are forbidden.
    func optionalRefer(_ key: String, to kind: NameKind, from owner: String? = nil) -> String? {
        node(key).flatMap { reference($0, to: kind, from: owner) }
    }

    /// Names of things that must exist; a missing list is empty.
    func referList(_ key: String, to kind: NameKind, from owner: String? = nil) -> [String] {
        items(of: node(key)).compactMap { reference($0, to: kind, from: owner) }
    }

    /// The name of an assumption that must be there, and of what it must measure.
    func assumption(_ key: String, of measure: AssumptionMeasure) -> AssumptionID {
        guard let node = requiredNode(key), let name = reference(node, to: .assumption, from: nil) else {
            return ""
        }
        report.assumptionUses.append(
            AssumptionUse(id: AssumptionID(name), measure: measure, user: "`\(key)` takes", at: node.position)
        )
        return AssumptionID(name)
    }

    /// The name a node holds, noted as a reference.
    func reference(_ node: DocumentNode, to kind: NameKind, from owner: String?) -> String? {
        guard let name = scalar(node, .text).map(kind.normalised) else { return nil }
        report.names.refer(
            NameReference(kind: kind, name: name, position: node.position, width: node.width, owner: owner))
        return name
    }
}
