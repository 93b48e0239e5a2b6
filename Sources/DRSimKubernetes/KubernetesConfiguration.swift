package import DRSimUnits

/// What a cluster is made with.
package struct KubernetesConfiguration: Sendable {
    /// The cluster's name in the cloud provider's API.
    package var name: String
    /// The name of its context in kubeconfig; part of the key of every draw of the cluster.
    package var context: String
    /// The calendar moment of the trial's start, for time stamps.
    package var start: CalendarTime
    /// How long the cluster's parts take.
    package var timings: KubernetesTimings
    /// What Argo CD finds in Git at the start.
    package var git: GitContent
    /// Whether the ingress controller takes snippet annotations; the real one's default since 1.9
    /// is not to (D9).
    package var allowsSnippets: Bool

    /// Creates a configuration.
    package init(
        name: String, context: String, start: CalendarTime, timings: KubernetesTimings,
        git: GitContent = GitContent(), allowsSnippets: Bool = true
    ) {
        (self.name, self.context, self.start, self.timings) = (name, context, start, timings)
        (self.git, self.allowsSnippets) = (git, allowsSnippets)
    }
}
