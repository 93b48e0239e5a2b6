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
    /// The plan's own files that lie there.
    package var provided: [ProvidedFile]

    /// Creates a session.
    package init(
        site: Site, context: String, region: String, identity: String? = nil,
        provided: [ProvidedFile] = []
    ) {
        (self.site, self.context, self.region) = (site, context, region)
        (self.identity, self.provided) = (identity, provided)
    }

    /// The file of the plan with a path; `nil` if there is none of that name.
    func provided(_ path: String) -> ProvidedFile? {
        provided.first { LocalPath($0.path).absolute == LocalPath(path).absolute }
    }
}
