import DRSimDocument
package import DRSimKernel
package import DRSimUnits

extension KubernetesCluster {
    /// The program of a deployment has a defect from now on: it shows in pods that run, and in those that
    /// are started.
    package mutating func afflict(
        _ affliction: Affliction, at now: Instant, draws: Draws,
        effects: inout Effects<KubernetesEvent, KubernetesFact>
    ) {
        var turn = Turn(at: now, draws, taking: &effects)
        defer { effects = turn.effects }
        afflictionCount += 1
        var record = AfflictionRecord(affliction, number: afflictionCount)
        let running = pods.ids { $0.isRunning && record.concerns($0) }
        let affected = running.filter { record.shows(in: $0) }
        afflictions.append(record)
        for id in affected {
            guard let index = pods.index(of: id) else { continue }
            begin(affliction.defect, inPod: index, since: record.number, &turn)
        }
        reconcileDeployments(&turn)
    }

    /// One defect like this is mended: what crashed starts again when its pause is over, what was not
    /// ready is.
    package mutating func relieve(
        _ affliction: Affliction, at now: Instant, draws: Draws,
        effects: inout Effects<KubernetesEvent, KubernetesFact>
    ) {
        guard let place = afflictions.firstIndex(where: { $0.affliction == affliction }) else { return }
        var turn = Turn(at: now, draws, taking: &effects)
        defer { effects = turn.effects }
        let record = afflictions.remove(at: place)
        for id in pods.ids(where: { record.concerns($0) }) {
            guard let index = pods.index(of: id) else { continue }
            recover(pod: index, after: affliction.backOff, &turn)
        }
        reconcileDeployments(&turn)
    }

    /// The defect that shows in a pod; of several the one that shows soonest after a start.
    mutating func defect(ofPod index: Int) -> ProgramDefect? {
        var worst: ProgramDefect?
        for place in afflictions.indices where afflictions[place].concerns(pods[index]) {
            let defect = afflictions[place].affliction.defect
            guard afflictions[place].shows(in: pods[index].id) else { continue }
            if worst.map({ defect.haste < $0.haste }) ?? true { worst = defect }
        }
        return worst
    }

    /// A defect shows in a pod whose containers run.
    ///
    /// - Parameter number: the first of the afflictions whose time begins in the pod.
    mutating func begin(
        _ defect: ProgramDefect, inPod index: Int, since number: Int32 = 0, _ turn: inout Turn
    ) {
        switch defect {
        case .exitsAtOnce: crash(pod: index, &turn)
        case .neverReady:
            pods[index].state = .unready
            withdraw(pod: index)
            turn.record(.podFailed(pods[index].reference, .notReady))
        case .failsLater, .leaksMemory: beginTimers(inPod: index, since: number, &turn)
        }
    }

    /// Each defect that shows in a pod after a while has its own time to do so.
    private mutating func beginTimers(inPod index: Int, since number: Int32, _ turn: inout Turn) {
        let (pod, entity) = (pods[index], stream("pod", pods[index].namespace, pods[index].name))
        for place in afflictions.indices where afflictions[place].concerns(pod) {
            guard afflictions[place].number >= number, afflictions[place].shows(in: pod.id),
                let wait = afflictions[place].affliction.defect.wait
            else { continue }
            turn.schedule(
                .podFails(
                    pod: pod.id, generation: pod.generation, affliction: afflictions[place].number),
                after: wait.span(turn.draws, of: entity, ordinal: UInt32(pod.restarts)))
        }
    }

    /// The program of a pod fails by a defect it has, if that is not mended by now: another like it has a
    /// time of its own.
    mutating func podFails(_ id: Int32, generation: Int32, affliction number: Int32, _ turn: inout Turn) {
        guard let index = pods.index(of: id), pods[index].generation == generation, pods[index].isRunning,
            let affliction = afflictions.first(where: { $0.number == number })?.affliction
        else { return }
        switch affliction.defect {
        case .failsLater: crash(pod: index, &turn)
        case .leaksMemory:
            turn.record(.podFailed(pods[index].reference, .outOfMemory))
            restart(pod: id, &turn)
        case .exitsAtOnce, .neverReady: return
        }
        reconcileDeployments(&turn)
    }

    /// The pause of a pod that crashed is over.
    mutating func podRetries(_ id: Int32, generation: Int32, _ turn: inout Turn) {
        guard let index = pods.index(of: id), pods[index].generation == generation else { return }
        if pods[index].state == .crashed { restart(pod: id, &turn) }
    }

    /// A pod's containers ended; the kubelet starts them again, at first soon and then every five minutes,
    /// and in vain as long as the defect lasts.
    private mutating func crash(pod index: Int, _ turn: inout Turn) {
        pods[index].state = .crashed
        pods[index].generation += 1
        pods[index].restarts += 1
        withdraw(pod: index)
        turn.record(.podFailed(pods[index].reference, .crashed))
    }

    /// One defect of a pod's program is mended: what another keeps down stays so.
    private mutating func recover(pod index: Int, after backOff: Quantity, _ turn: inout Turn) {
        let (pod, rest) = (pods[index], defect(ofPod: index))
        switch pod.state {
        case .crashed where rest?.crashesForGood != true:
            let entity = stream("pod", pod.namespace, pod.name)
            turn.schedule(
                .podRetries(pod: pod.id, generation: pod.generation),
                after: backOff.span(turn.draws, of: entity, ordinal: UInt32(pod.restarts)))
        case .unready where rest != .neverReady:
            pods[index].state = .running
            if rest != .exitsAtOnce, isControlPlaneUp { publish(pod: index, &turn) }
            if let rest, let index = pods.index(of: pod.id) { begin(rest, inPod: index, &turn) }
        default: break
        }
    }

    /// The API hears that a pod is not ready, if it can hear.
    private mutating func withdraw(pod index: Int) {
        guard isControlPlaneUp else { return }
        pods[index].isReady = false
        if pods[index].state == .crashed { pods[index].seemsRunning = false }
    }

    /// What kubelets could not report of failing programs while the API server was down.
    mutating func withdrawFailedPods() {
        for index in pods.all.indices where [.crashed, .unready].contains(pods[index].state) {
            withdraw(pod: index)
        }
    }
}
