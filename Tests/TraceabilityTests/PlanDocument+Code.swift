/// Functions and commands of the document's code.
extension PlanDocument {
    /// Functions that have a body, as `Class.function`; constructors and the entry points say nothing.
    var definedFunctions: [String] {
        functions.filter { $0.function != "__init__" }.map { "\($0.type).\($0.function)" }
    }

    /// Functions that are called on an object whose class does not define them.
    var undefinedFunctions: [String] {
        let defined = functions.map { "\($0.type).\($0.function)" }
        var missing: [String] = []
        for (type, line) in typedLines {
            for call in line.text.matches(of: #/self\.(\w+)\(/#) {
                let name = "\(type).\(call.1)"
                if !defined.contains(name), !missing.contains(name) { missing.append(name) }
            }
        }
        return missing
    }

    /// Commands of shell blocks and argument lists of the code: line, program and what it is to do.
    var commands: [String] {
        let typed = shellCommands.map { line in
            line.title(line.text.split(separator: " ").prefix { !$0.hasPrefix("-") })
        }
        let built = lines(in: "python").compactMap { line -> String? in
            guard let program = line.text.firstMatch(of: #/'(?:kubectl|aws|tar)'/#) else { return nil }
            let words = line.text[program.range.lowerBound...].matches(of: #/'([^']*)'/#).map(\.1)
            return line.title(words.prefix { !$0.hasPrefix("-") })
        }
        return built + typed
    }

    /// The first line of each command of the shell blocks; the others continue it.
    private var shellCommands: [Line] {
        var continues = false
        return lines(in: "bash").filter { line in
            defer { continues = line.text.hasSuffix("\\") }
            return !continues && !line.text.isEmpty && !line.text.hasPrefix("#")
        }
    }

    private var functions: [(type: String, function: String)] {
        typedLines.compactMap { type, line in
            line.text.firstMatch(of: #/^ +(?:async )?def (\w+)\(/#).map { (type, String($0.1)) }
        }
    }

    /// The lines of the code that stand in a class, with its name.
    private var typedLines: [(type: String, line: Line)] {
        var type: String?
        return lines(in: "python").compactMap { line in
            if let match = line.text.firstMatch(of: #/^class (\w+)/#) {
                type = String(match.1)
            } else if line.text.contains(#/^(?:async def|def|if) /#) {
                type = nil
            }
            return type.map { ($0, line) }
        }
    }
}
