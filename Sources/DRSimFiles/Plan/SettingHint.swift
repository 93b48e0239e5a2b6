import DRSimDocument
import OrderedCollections

/// Better help for a setting of the command line: where in the plan stands what it means, and in which unit.
struct SettingHint {
    private let settings: [Setting]
    private let base: DocumentNode

    /// How many places are named at most.
    private static let mostPlaces = 3

    init(settings: [Setting], base: DocumentNode) {
        (self.settings, self.base) = (settings, base)
    }

    /// The errors, those of settings with better help where there is any.
    func applied(to diagnostics: [Diagnostic]) -> [Diagnostic] {
        guard !settings.isEmpty else { return diagnostics }
        return diagnostics.map { diagnostic in
            guard let setting = settings.first(where: { $0.value.position.file == diagnostic.position?.file })
            else { return diagnostic }
            var diagnostic = diagnostic
            switch diagnostic.code {
            case .missingUnit: diagnostic.help = unit(of: setting) ?? diagnostic.help
            // A name that is nearly right, or only written wrongly, is helped with already.
            case .overlay where diagnostic.help?.hasPrefix("known here") ?? true:
                diagnostic.help = places(of: setting) ?? diagnostic.help
            default: break
            }
            return diagnostic
        }
    }

    /// The number with the unit the plan's own value has.
    private func unit(of setting: Setting) -> String? {
        let names = setting.path.segments.map(\.name)
        let written = places(in: base, at: []).first { $0.path == names }?.node.scalar?.text
        guard let written, let number = setting.value.scalar?.text else { return nil }
        let unit = written.reversed().prefix { $0.isLetter || $0 == "%" }.reversed()
        return unit.isEmpty ? nil : "did you mean `\(number)\(String(unit))`? the plan has `\(written)`"
    }

    /// Where values of the setting's name stand, those first that share more of its path.
    private func places(of setting: Setting) -> String? {
        let names = setting.path.segments.map(\.name)
        guard let key = names.last else { return nil }
        let found = places(in: base, at: []).filter { $0.path.last == key }.map(\.path)
        guard !found.contains(names), !found.isEmpty else { return nil }
        let shared = found.map { path in (path: path, count: path.count { names.contains($0) }) }
        let most = shared.map(\.count).max() ?? 0
        let best = shared.filter { $0.count == most }.map { "`\($0.path.joined(separator: "."))`" }
        let rest = best.count > Self.mostPlaces ? ", …" : ""
        return "`\(key)` stands in \(best.prefix(Self.mostPlaces).joined(separator: ", "))\(rest)"
    }

    /// All scalars of a tree with their paths, items of keyed lists by name.
    private func places(
        in node: DocumentNode, at path: [String], shape: [String] = []
    ) -> [(path: [String], node: DocumentNode)] {
        switch node.content {
        case .scalar: return [(path, node)]
        case .mapping(let entries):
            return entries.flatMap {
                places(in: $0.value.value, at: path + [$0.key], shape: shape + [$0.key])
            }
        case .sequence(let items):
            guard let key = TreeShape.plan.keyedLists[shape] else { return [(path, node)] }
            return items.flatMap { item in
                key.name(of: item).map { places(in: item, at: path + [$0], shape: shape) } ?? []
            }
        }
    }
}
