import Mustache

/// Text made safe for a cell of a Markdown table; templates name it as content type `MARKDOWN`.
struct MarkdownText: MustacheContentType {
    func escapeText(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "\\", "|", "*", "_", "`", "[", "]", "#": escaped += "\\\(character)"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "&": escaped += "&amp;"
            case "\n", "\r", "\r\n": escaped += " "
            default: escaped.append(character)
            }
        }
        return escaped
    }

    /// Makes the content type known; doing so again changes nothing.
    static func register() {
        MustacheContentTypes.register(MarkdownText(), named: "MARKDOWN")
    }
}
