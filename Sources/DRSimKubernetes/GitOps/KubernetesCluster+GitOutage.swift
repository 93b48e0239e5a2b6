import DRSimDocument
package import DRSimKernel
package import DRSimUnits

extension KubernetesCluster {
    /// Whether Argo CD can read the repository.
    var isGitUp: Bool { gitOutages == 0 }

    /// An outage of the repository begins or ends. While one lasts Argo CD cannot tell what Git wants: it
    /// compares nothing and syncs nothing; afterwards it takes up what it missed.
    package mutating func repository(
        isUp: Bool, at now: Instant, draws: Draws, effects: inout Effects<KubernetesEvent, KubernetesFact>
    ) {
        gitOutages += isUp ? -1 : 1
        guard isGitUp, isControlPlaneUp else { return }
        var turn = Turn(at: now, draws, taking: &effects)
        defer { effects = turn.effects }
        for index in applications.indices { resume(application: index, &turn) }
    }

    /// What Argo CD says of an application while it cannot read its repository.
    func comparisonError(of application: Application) -> String {
        let address = store[application.key]?.value[path: "spec", "source", "repoURL"]?.string ?? ""
        return "Failed to load target state: failed to generate manifest for source 1 of 1: rpc error: "
            + "code = Unknown desc = failed to list refs: "
            + "Get \"\(address)/info/refs?service=git-upload-pack\": "
            + "context deadline exceeded (Client.Timeout exceeded while awaiting headers)"
    }
}
