import Mustache

/// A template of this target, rendered over a value whose stored properties it names.
enum Template {
    /// Renders a page; a template that does not parse is a fault of ours, which every test would show.
    static func render(_ template: String, _ content: Any) -> String {
        do {
            return try MustacheTemplate(string: template).render(content)
        } catch {
            preconditionFailure("a template does not parse: \(error)")
        }
    }
}
