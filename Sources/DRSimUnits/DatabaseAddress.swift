/// Where a database is looked for: by the name its service has, as far as a host name says.
package struct DatabaseAddress: Hashable, Sendable {
    /// The name of the object that declares it.
    package var name: String
    /// Its namespace; `nil` for any.
    package var namespace: String?
    /// The index of its region; `nil` for any.
    package var site: Int?

    /// Creates an address.
    package init(_ name: String, namespace: String? = nil, site: Int? = nil) {
        (self.name, self.namespace, self.site) = (name, namespace, site)
    }

    /// Whether a database of this name and place is meant.
    package func leads(to name: String, namespace: String, site: Int) -> Bool {
        self.name == name && (self.namespace ?? namespace) == namespace && (self.site ?? site) == site
    }
}
