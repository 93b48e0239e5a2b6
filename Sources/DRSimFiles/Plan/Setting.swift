import DRSimDocument
import OrderedCollections

/// A setting of the command line: `controller.latch=true`.
struct Setting {
    let path: SettingPath
    let value: DocumentNode

    /// Reads a setting as the one line of a pseudo file; throws what is wrong with it.
    init(_ text: String, file: String) throws(Diagnostic) {
        guard let equals = Self.equalsSign(in: text) else {
            _ = try SettingPath(text, file: file)
            throw Diagnostic(
                .syntax, "expected `path=value`", at: SourcePosition(file: file, line: 1, column: 1),
                length: text.width, help: "such as `controller.latch=true`")
        }
        path = try SettingPath(String(text[..<equals]), file: file)
        let start = text[...equals].unicodeScalars.count
        value = try Self.value(String(text[text.index(after: equals)...]), file: file, after: start)
    }

    /// The first `=` outside brackets.
    private static func equalsSign(in text: String) -> String.Index? {
        var isBracketed = false
        return text.indices.first { index in
            if text[index] == "[" { isBracketed = true }
            if text[index] == "]" { isBracketed = false }
            return text[index] == "=" && !isBracketed
        }
    }

    /// The value as YAML, its places moved behind the `=`.
    private static func value(_ text: String, file: String, after start: Int) throws(Diagnostic)
        -> DocumentNode
    {
        let place = SourcePosition(file: file, line: 1, column: start + 1)
        do throws(Diagnostic) {
            guard let node = try YAMLReader(text, file: file).documentsOrNull().first else {
                throw Diagnostic(.syntax, "there is no value behind the `=`; `null` removes", at: place)
            }
            return node.moved(right: start)
        } catch {
            var moved = error
            moved.position = error.position?.moved(right: error.position == place ? 0 : start)
            moved.notes = error.notes.map { .init($0.message, at: $0.position.moved(right: start)) }
            throw moved
        }
    }
}

extension SourcePosition {
    fileprivate func moved(right columns: Int) -> SourcePosition {
        SourcePosition(file: file, line: line, column: line == 1 ? column + columns : column)
    }
}

extension DocumentNode {
    /// The tree with all places of the first line moved to the right.
    fileprivate func moved(right columns: Int) -> DocumentNode {
        var result = self
        result.position = position.moved(right: columns)
        switch content {
        case .scalar: break
        case .sequence(let items): result.content = .sequence(items.map { $0.moved(right: columns) })
        case .mapping(let entries):
            result.content = .mapping(
                entries.mapValues { entry in
                    Entry(
                        keyPosition: entry.keyPosition.moved(right: columns),
                        value: entry.value.moved(right: columns))
                })
        }
        return result
    }
}
