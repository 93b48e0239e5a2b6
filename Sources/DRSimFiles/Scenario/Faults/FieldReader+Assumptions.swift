import DRSimDocument
import DRSimPlan

extension FieldReader {
    /// Notes that what the mapping's `kind`, or another key, asks for is drawn from an assumption the plan
    /// must have.
    func require(_ name: FaultAssumptionName, of key: String = "kind") {
        guard let node = node(key) else { return }
        report.names.refer(
            NameReference(
                kind: .assumption, name: name.rawValue, position: node.position, width: node.width,
                owner: nil))
    }
}
