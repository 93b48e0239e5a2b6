import DRSimDocument
package import DRSimKernel
package import DRSimUnits

extension KubernetesCluster {
    /// Git has a new newest commit; automated applications find it by polling.
    package mutating func gitChanged(
        to content: GitContent, at now: Instant, draws: Draws,
        effects: inout Effects<KubernetesEvent, KubernetesFact>
    ) {
        var turn = Turn(at: now, draws, taking: &effects)
        defer { effects = turn.effects }
        git = content
        for index in applications.indices
        where applications[index].specification.isAutomated && applications[index].specification.followsHead {
            applications[index].isDue = false
            awaitSync(of: index, timings.argoPoll, &turn)
        }
    }

    /// What an application finds in Git: a tag stays where it was, whatever is committed (F25).
    func content(for application: Application) -> GitContent {
        application.specification.followsHead ? git : taggedGit
    }

    /// Somebody asks Argo CD to sync an application.
    ///
    /// - Parameter force: whether an object that cannot be changed is deleted and created anew (D7).
    package mutating func sync(
        application name: String, namespace: String, force: Bool = false, at now: Instant, draws: Draws,
        effects: inout Effects<KubernetesEvent, KubernetesFact>
    ) throws(APIError) {
        var turn = Turn(at: now, draws, taking: &effects)
        defer { effects = turn.effects }
        try requireControlPlane()
        let key = ObjectKey(.applications, namespace, name)
        guard let index = applications.firstIndex(where: { $0.key == key }) else {
            throw .notFound(.applications, name)
        }
        guard !applications[index].isSyncing else {
            throw APIError(.badRequest, "another operation is already in progress")
        }
        guard isGitUp else {
            throw APIError(.badRequest, "ComparisonError: \(comparisonError(of: applications[index]))")
        }
        applications[index].force = force
        startSync(of: index, .requested, &turn)
    }

    /// The application's object was created or changed; its controller looks at it at once.
    mutating func applicationWritten(
        _ key: ObjectKey, from old: JSONValue?, to new: JSONValue, _ turn: inout Turn
    ) {
        let specification = Application.Specification(new)
        guard let index = applications.firstIndex(where: { $0.key == key }) else {
            applications.append(
                Application(
                    key: key, stream: stream("application", key.namespace, key.name),
                    specification: specification))
            return begin(application: applications.count - 1, &turn)
        }
        applications[index].specification = specification
        if old?[path: "spec", "source"] != new[path: "spec", "source"] {
            applications[index].attemptedRevision = nil
        }
        if new[path: "operation", "sync"] != nil {
            var rest = new
            rest["operation"] = nil
            store.replace(key, by: rest, changesSpecification: false)
            startSync(of: index, .requested, &turn)
        }
        if syncsByItself(applications[index]) { startSync(of: index, .specificationChanged, &turn) }
    }

    mutating func applicationDeleted(_ key: ObjectKey) {
        // The slot stays, so that pending events of later applications keep their meaning.
        guard let index = applications.firstIndex(where: { $0.key == key }) else { return }
        applications[index] = Application(
            key: ObjectKey(.applications, "", ""), stream: applications[index].stream,
            specification: Application.Specification([:]), generation: applications[index].generation + 1)
    }

    private mutating func begin(application index: Int, _ turn: inout Turn) {
        guard applications[index].specification.isAutomated else { return }
        if turn.isWarm {
            carryOutSync(of: index, &turn)
        } else {
            startSync(of: index, .specificationChanged, &turn)
        }
    }

    /// Whether an automated application syncs without being asked: once a commit, and again after a
    /// drift only if it heals itself and its last sync of that commit did not fail (D6, D8).
    func syncsByItself(_ application: Application) -> Bool {
        guard application.specification.isAutomated, !application.isSyncing else { return false }
        let mayRepeat = application.specification.healsItself && application.failure == nil
        return (hasNewCommit(application) || mayRepeat) && isOutOfSync(application)
    }

    private func hasNewCommit(_ application: Application) -> Bool {
        application.attemptedRevision != content(for: application).revision
    }

    /// What an application's controller finds when it works again: a commit, or a drift to heal.
    mutating func resume(application index: Int, _ turn: inout Turn) {
        applications[index].isDue = false
        if applications[index].isSyncing {
            continueSync(of: index, &turn)
        } else if syncsByItself(applications[index]) {
            if hasNewCommit(applications[index]) {
                startSync(of: index, .commitFound, &turn)
            } else {
                awaitSync(of: index, timings.selfHeal, &turn)
            }
        }
    }
}
