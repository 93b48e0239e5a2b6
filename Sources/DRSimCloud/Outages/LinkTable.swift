/// The cuts of the links between sites, counted for each direction of its own.
struct LinkTable: Hashable, Sendable {
    private let regionCount: Int
    private var cuts: [Int]
    /// What makes links worse, each trouble with the pair of sites it is between.
    private var troubles: [Trouble] = []

    private struct Trouble: Hashable {
        let one: Site
        let other: Site
        let quality: LinkQuality
    }

    init(regionCount: Int) {
        self.regionCount = regionCount
        cuts = Array(repeating: 0, count: (regionCount + 2) * (regionCount + 2))
    }

    func isCut(from source: Site, to target: Site) -> Bool { cuts[index(source, target)] > 0 }

    /// Adds a cut or takes one away; `true` if the link is cut now and was not, or the other way.
    mutating func add(_ count: Int, from source: Site, to target: Site) -> Bool {
        let index = index(source, target)
        let before = cuts[index]
        cuts[index] += count
        precondition(cuts[index] >= 0, "the link from \(source) to \(target) was healed once too often")
        return (before > 0) != (cuts[index] > 0)
    }

    /// How bad the link between two sites is, in whichever direction.
    func quality(between one: Site, and other: Site) -> LinkQuality {
        troubles.filter { ($0.one, $0.other) == (one, other) || ($0.one, $0.other) == (other, one) }
            .reduce(.sound) { $0.adding($1.quality) }
    }

    /// Begins or ends one trouble of the link between two sites.
    mutating func trouble(_ quality: LinkQuality, isOn: Bool, between one: Site, and other: Site) {
        let trouble = Trouble(one: one, other: other, quality: quality)
        if isOn {
            troubles.append(trouble)
        } else if let index = troubles.firstIndex(of: trouble) {
            troubles.remove(at: index)
        }
    }

    private func index(_ source: Site, _ target: Site) -> Int {
        number(source) * (regionCount + 2) + number(target)
    }

    private func number(_ site: Site) -> Int {
        switch site {
        case .region(let region):
            precondition(region < regionCount, "there is no region \(region) among \(regionCount)")
            return region
        case .third: return regionCount
        case .clients: return regionCount + 1
        }
    }
}
