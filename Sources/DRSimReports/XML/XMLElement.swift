/// An element of an XML or SVG document.
struct XMLElement {
    var name: String
    var attributes: [(name: String, value: String)] = []
    var children: [XMLElement] = []
    var text: String?

    init(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String? = nil,
        _ children: [XMLElement] = []
    ) {
        (self.name, self.text, self.children) = (name, text, children)
        self.attributes = attributes.map { (name: $0.key, value: $0.value) }
    }

    /// The element with its children, a line each, indented by one blank a level.
    func render(indentation: Int = 0) -> String {
        let margin = String(repeating: " ", count: indentation)
        var line = margin + "<" + name
        for attribute in attributes {
            line += " \(attribute.name)=\"\(XMLText.escape(attribute: attribute.value))\""
        }
        if let text, children.isEmpty { return line + ">\(XMLText.escape(text))</\(name)>\n" }
        if children.isEmpty { return line + "/>\n" }
        let inner = children.map { $0.render(indentation: indentation + 1) }.joined()
        return line + ">\n\(inner)\(margin)</\(name)>\n"
    }
}
