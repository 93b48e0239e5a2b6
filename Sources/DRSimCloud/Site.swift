/// A place that traffic comes from or goes to.
package enum Site: Hashable, Sendable {
    /// A region, by index.
    case region(Int)
    /// A place outside all regions, such as an office or another provider.
    case third
    /// The users.
    case clients
}
