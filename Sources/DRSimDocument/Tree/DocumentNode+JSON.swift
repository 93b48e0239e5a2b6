import OrderedCollections

extension DocumentNode {
    /// The tree as a Kubernetes object: plain scalars mean what YAML 1.1 says, quoted ones are strings.
    package var manifestValue: JSONValue {
        switch content {
        case .scalar(let scalar):
            scalar.isQuoted ? .string(scalar.text) : YAMLScalar.value(of: scalar.text)
        case .sequence(let items): .array(items.map(\.manifestValue))
        case .mapping(let entries): .object(entries.mapValues(\.value.manifestValue))
        }
    }
}
