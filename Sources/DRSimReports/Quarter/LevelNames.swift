import DRSimScoring

/// What the variants of a plan are called: by the names of their overlays, wherever the files lie. Two that
/// differ and would be called alike carry the first digits of their hash, and where there are several plans
/// each name begins with its plan's.
struct LevelNames {
    private let names: [String: String]

    init(_ provenances: some Sequence<RunProvenance>) {
        var names: [String: String] = [:]
        var taken: Set<String> = []
        let isOnePlan = Set(provenances.map(\.plan.id)).count < 2
        for provenance in provenances where names[provenance.plan.sha256] == nil {
            let name = (isOnePlan ? "" : "\(provenance.plan.id) ") + Self.plain(provenance)
            let isNew = taken.insert(name).inserted
            let short = provenance.plan.sha256.prefix(8)
            names[provenance.plan.sha256] = isNew ? name : "\(name) (plan \(short))"
        }
        self.names = names
    }

    /// The name of a run's variant.
    func name(of provenance: RunProvenance) -> String {
        names[provenance.plan.sha256] ?? Self.plain(provenance)
    }

    /// The name of a run's variant, as long as no other is called so.
    static func plain(_ provenance: RunProvenance) -> String {
        let overlays = provenance.overlays.map { path in
            let file = path.split(separator: "/").last.map(String.init) ?? path
            return [".yaml", ".yml"].first { file.hasSuffix($0) }.map { String(file.dropLast($0.count)) }
                ?? file
        }
        let level = overlays.isEmpty ? "as written" : overlays.joined(separator: " + ")
        return ([level] + provenance.settings).joined(separator: " with ")
    }
}
