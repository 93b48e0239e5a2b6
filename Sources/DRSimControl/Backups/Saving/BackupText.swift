import DRSimPlan
import DRSimUnits

/// Fills in the placeholders of a backup's texts.
struct BackupText: Hashable {
    private var values: [Placeholder] = []

    private struct Placeholder: Hashable {
        let name: String
        let value: String
    }

    /// The placeholders every part has.
    init(id: String, file: String) {
        set("id", to: id)
        set("label", to: String(id.lowercased().map { $0 == "_" ? "-" : $0 }))
        set("file", to: filled(file))
    }

    /// The same placeholders and one more.
    func setting(_ name: String, to value: String) -> BackupText {
        var text = self
        text.set(name, to: value)
        return text
    }

    /// A text with its placeholders filled in; braces around anything else stay.
    func filled(_ text: String) -> String {
        guard text.contains("{") else { return text }
        var (output, rest) = ("", text[...])
        while let open = rest.firstIndex(of: "{") {
            output += rest[..<open]
            rest = rest[open...]
            guard let value = values.first(where: { rest.hasPrefix("{\($0.name)}") }) else {
                output.append("{")
                rest = rest.dropFirst()
                continue
            }
            output += value.value
            rest = rest.dropFirst(value.name.count + 2)
        }
        return output + rest
    }

    private mutating func set(_ name: String, to value: String) {
        values.append(Placeholder(name: name, value: value))
    }
}

extension CalendarTime {
    /// The name of a backup that begins now: `backup_20260104_020000` (L279).
    var backupID: String { "backup_\(digits.prefix(8))_\(digits.dropFirst(8))" }
}
