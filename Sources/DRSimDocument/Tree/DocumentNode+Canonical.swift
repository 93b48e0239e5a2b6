import OrderedCollections

extension DocumentNode {
    /// The tree as one line of text that says what it holds and not how it was written: sorted keys, no
    /// comments, no places.
    ///
    /// It is a YAML flow document: a scalar stands bare if it is plain and a reader could take it for
    /// something other than a string, so that `"5"` and `5` differ and `five` and `"five"` do not.
    package var canonicalText: String {
        var output = ""
        writeCanonical(to: &output)
        return output
    }

    private func writeCanonical(to output: inout String) {
        switch content {
        case .scalar(let scalar): scalar.writeCanonical(to: &output)
        case .sequence(let items):
            output += "["
            for (index, item) in items.enumerated() {
                if index > 0 { output += "," }
                item.writeCanonical(to: &output)
            }
            output += "]"
        case .mapping(let entries):
            output += "{"
            for (index, key) in entries.keys.sorted().enumerated() {
                if index > 0 { output += "," }
                key.writeQuotedForJSON(to: &output)
                output += ":"
                entries[key]?.value.writeCanonical(to: &output)
            }
            output += "}"
        }
    }
}

extension DocumentNode.Scalar {
    fileprivate func writeCanonical(to output: inout String) {
        if isNull {
            output += "null"
        } else if isQuoted {
            text.writeQuotedForJSON(to: &output)
        } else if case .string = YAMLScalar.value(of: text) {
            text.writeQuotedForJSON(to: &output)
        } else {
            output += text
        }
    }
}
