package import DRSimPlan

/// The values of a procedure's names, by which its commands are completed.
package struct Bindings: Hashable, Sendable {
    private var values: [String: String]

    /// Creates bindings from what is known when the procedure begins.
    package init(_ known: [Placeholder.Known: String] = [:]) {
        values = [:]
        for name in Placeholder.Known.allCases { values[name.rawValue] = known[name] }
    }

    /// The value of a name.
    subscript(name: String) -> String? {
        get { values[name] }
        set { values[name] = newValue }
    }

    /// A command with its names filled in; throws the first name that has no value.
    func completed(_ command: Command) throws(Unbound) -> Command {
        var result = command
        for index in command.argv.indices { result.argv[index] = try completed(command.argv[index]) }
        if let input = command.input { result.input = try completed(input) }
        return result
    }

    private func completed(_ text: String) throws(Unbound) -> String {
        var completed = ""
        for piece in Placeholder.pieces(of: text) {
            switch piece {
            case .text(let text): completed += text
            case .name(let name):
                guard let value = values[name] else { throw Unbound(name: name) }
                completed += value
            }
        }
        return completed
    }
}

/// A name without a value.
struct Unbound: Error, Hashable {
    let name: String
}
