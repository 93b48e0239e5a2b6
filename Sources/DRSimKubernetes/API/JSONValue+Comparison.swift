import DRSimDocument
import OrderedCollections

extension JSONValue {
    /// Whether two values say the same, whatever the order of their keys.
    func means(_ other: JSONValue) -> Bool {
        switch (self, other) {
        case (.object(let left), .object(let right)):
            left.count == right.count
                && left.allSatisfy { key, value in right[key].map(value.means) ?? false }
        case (.array(let left), .array(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.means($1) }
        default: self == other
        }
    }

    /// The paths of the leaves that `self` asks for and `other` does not have so; what only
    /// `other` has is no difference.
    ///
    /// - Parameter path: what to put before each path, such as `spec`.
    func deviations(in other: JSONValue?, at path: String) -> [String] {
        switch (self, other) {
        case (.null, nil), (.null, .some(.null)): []
        case (.object(let members), .some(.object(let others))):
            members.flatMap { key, value in
                value.deviations(in: others[key], at: path.isEmpty ? key : "\(path).\(key)")
            }
        case (.object(let members), nil) where members.isEmpty: []
        case (.array(let items), .some(.array(let others))) where items.count == others.count:
            zip(items, others).enumerated().flatMap { index, pair in
                pair.0.deviations(in: pair.1, at: "\(path)[\(index)]")
            }
        default: self == other ? [] : [path]
        }
    }
}
