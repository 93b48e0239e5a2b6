/// What a fault of a place struck, found when it did.
enum SiteTarget: Hashable, Sendable {
    case region(Int)
    case zone(region: Int, zone: Int)
    case node(region: Int, name: String)
    /// The links between two regions, one for each direction that is struck.
    case links([Link])

    /// One direction between two regions.
    struct Link: Hashable, Sendable {
        let from: Int
        let to: Int
    }
}
