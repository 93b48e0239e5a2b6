package import DRSimCloud
package import OrderedCollections

/// Where commands are typed and what was configured there: kubeconfig's current context stays set
/// from one command to the next.
package struct ShellSession: Hashable, Sendable {
    /// The place the commands come from.
    package var site: Site
    /// Kubeconfig's current context.
    package var context: String
    /// The region the cloud's command line asks where a command names none.
    package var region: String
    /// In whose name the cloud's command line asks; `nil` for somebody who may do everything.
    package var identity: String?
    /// The files where the commands are typed, by absolute path.
    package var files: OrderedDictionary<String, LocalFile> = [:]

    /// Creates a session.
    package init(site: Site, context: String, region: String, identity: String? = nil) {
        (self.site, self.context, self.region, self.identity) = (site, context, region, identity)
    }
}
