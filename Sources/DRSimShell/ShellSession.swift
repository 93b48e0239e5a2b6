package import DRSimCloud

/// Where commands are typed and what was configured there: kubeconfig's current context stays set
/// from one command to the next.
package struct ShellSession: Hashable, Sendable {
    /// The place the commands come from.
    package var site: Site
    /// Kubeconfig's current context.
    package var context: String
    /// The region the cloud's command line asks where a command names none.
    package var region: String

    /// Creates a session.
    package init(site: Site, context: String, region: String) {
        (self.site, self.context, self.region) = (site, context, region)
    }
}
