package import DRSimCloud
package import OrderedCollections

/// Where commands are typed and what was configured there: kubeconfig's current context stays set
/// from one command to the next.
package struct ShellSession: Sendable {
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
    /// The texts of the plan's own files that lie there, by the paths commands name.
    package var texts: [(path: String, text: String)]

    /// Creates a session.
    package init(
        site: Site, context: String, region: String, identity: String? = nil,
        texts: [(path: String, text: String)] = []
    ) {
        (self.site, self.context, self.region) = (site, context, region)
        (self.identity, self.texts) = (identity, texts)
    }

    /// The text of a file; `nil` if there is none of that name.
    func text(ofFile path: String) -> String? {
        texts.first { LocalPath($0.path).absolute == LocalPath(path).absolute }?.text
    }
}
