import DRSimDocument
import DRSimKernel
import OrderedCollections

extension KubernetesCluster {
    mutating func startSync(of index: Int, _ reason: SyncReason, _ turn: inout Turn) {
        guard isControlPlaneUp, isGitUp, !applications[index].isSyncing else { return }
        applications[index].isSyncing = true
        turn.record(.syncStarted(application: applications[index].reference, reason: reason))
        continueSync(of: index, &turn)
    }

    mutating func continueSync(of index: Int, _ turn: inout Turn) {
        // A wait for a sync ends with any sync: its event is of an earlier generation now.
        applications[index].isDue = false
        applications[index].generation += 1
        applications[index].occasions += 1
        let application = applications[index]
        let length = timings.argoSync.span(turn.draws, of: application.stream, ordinal: application.occasions)
        turn.schedule(
            .syncEnds(application: Int32(index), generation: application.generation), after: length)
    }

    /// Self-healing or a poll becomes due after a drawn time.
    mutating func awaitSync(of index: Int, _ wait: Quantity, _ turn: inout Turn) {
        guard isControlPlaneUp, !applications[index].isDue else { return }
        applications[index].isDue = true
        applications[index].occasions += 1
        let application = applications[index]
        let length = wait.span(turn.draws, of: application.stream, ordinal: application.occasions)
        turn.schedule(
            .syncDue(application: Int32(index), generation: application.generation), after: length)
    }

    mutating func syncDue(_ index: Int, generation: Int32, _ turn: inout Turn) {
        guard isControlPlaneUp, applications[index].generation == generation, applications[index].isDue
        else { return }
        applications[index].isDue = false
        guard applications[index].specification.isAutomated, !applications[index].isSyncing else { return }
        if applications[index].attemptedRevision != content(for: applications[index]).revision {
            startSync(of: index, .commitFound, &turn)
        } else if syncsByItself(applications[index]), isGitUp {
            heal(application: index, &turn)
        }
    }

    mutating func syncEnds(_ index: Int, generation: Int32, _ turn: inout Turn) {
        guard isControlPlaneUp, applications[index].generation == generation, applications[index].isSyncing
        else { return }
        carryOutSync(of: index, &turn)
        turn.record(
            .syncFinished(
                application: applications[index].reference, failure: applications[index].failure,
                waitedOn: .argoSync))
    }

    /// Writes what Git has into the cluster, and deletes what it no longer has if asked to.
    mutating func carryOutSync(of index: Int, _ turn: inout Turn) {
        let application = applications[index]
        // While it is syncing, an application does not notice the drifts it removes.
        applications[index].isSyncing = true
        var failures: [String] = []
        if content(for: application).folders[application.specification.path] == nil {
            failures.append("\(application.specification.path): app path does not exist")
        }
        ensureNamespace(of: application, &turn)
        for desired in desired(by: application) {
            do {
                try write(desired, for: application, &turn)
                if !applications[index].managed.contains(desired.key) {
                    applications[index].managed.append(desired.key)
                }
            } catch {
                failures.append(error.message)
            }
        }
        if application.specification.prunes { prune(application: index, &turn) }
        applications[index].isSyncing = false
        applications[index].force = false
        applications[index].attemptedRevision = content(for: applications[index]).revision
        applications[index].failure = failures.isEmpty ? nil : failures.joined(separator: "; ")
    }

    private mutating func ensureNamespace(of application: Application, _ turn: inout Turn) {
        let namespace = application.specification.namespace
        guard application.specification.createsNamespace || turn.isWarm, !store.hasNamespace(namespace)
        else { return }
        store.insertNamespace(namespace, at: turn.now)
    }

    private mutating func write(
        _ desired: DesiredObject, for application: Application, _ turn: inout Turn
    ) throws(APIError) {
        var value = desired.value
        if application.specification.respectsIgnored, let live = store[desired.key]?.value {
            for pointer in desired.ignored {
                guard let kept = pointer.value(in: live) else { continue }
                value = pointer.changing(value) { _ in kept } ?? value
            }
        }
        do {
            _ = try apply(value, namespace: desired.key.namespace, &turn)
        } catch  where application.force && error.isImmutableField {
            try remove(desired.key, desired.type, &turn)
            _ = try insert(value, desired.type, desired.key, &turn)
        }
    }

    private mutating func prune(application index: Int, _ turn: inout Turn) {
        for key in surplus(of: applications[index]) {
            if let object = store[key] { try? remove(key, object.type, &turn) }
            applications[index].managed.removeAll { $0 == key }
        }
    }

    /// Sets back what drifted from Git (D6).
    private mutating func heal(application index: Int, _ turn: inout Turn) {
        let application = applications[index]
        applications[index].isSyncing = true
        defer { applications[index].isSyncing = false }
        for desired in desired(by: application) {
            let paths = deviations(from: desired)
            guard !paths.isEmpty else { continue }
            do {
                try write(desired, for: application, &turn)
            } catch {
                applications[index].failure = error.message
                continue
            }
            let object = ObjectReference(
                kind: desired.type.kind, namespace: desired.key.namespace, name: desired.key.name)
            for path in paths {
                turn.record(
                    .fieldReverted(
                        object, path: path, application: application.reference, waitedOn: .selfHeal))
            }
        }
    }
}

extension APIError {
    fileprivate var isImmutableField: Bool {
        reason == .invalid && message.hasSuffix("field is immutable")
    }
}
