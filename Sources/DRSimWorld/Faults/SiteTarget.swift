import DRSimCloud

/// What a fault of a place struck, found when it did.
enum SiteTarget: Hashable, Sendable {
    case region(Int)
    case zone(region: Int, zone: Int)
    case node(region: Int, name: String)
    /// The links that are cut, each in one direction.
    case links([Link])
    /// The link between two regions, and how much worse it is.
    case degraded(Link, LinkQuality)
    /// Where requests fail in part.
    case grey(GreyArea)

    /// One direction between two places.
    struct Link: Hashable, Sendable {
        let from: Site
        let to: Site
    }
}
