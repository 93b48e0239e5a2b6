import DRSimDocument
package import DRSimKernel
package import DRSimUnits

/// What is wrong with the program in a deployment's pods.
package enum ProgramDefect: Hashable, Sendable {
    /// It ends as soon as it has started, and is started again after ever longer pauses.
    case exitsAtOnce
    /// It runs and never passes its readiness probe.
    case neverReady
    /// It passes its probes, and after a drawn time ends for good.
    case failsLater(Quantity)
    /// It takes ever more memory until the kernel kills it, a drawn time after each start.
    case leaksMemory(Quantity)

    /// Where it stands among defects by how soon after a start it shows.
    var haste: Int {
        switch self {
        case .exitsAtOnce: 0
        case .neverReady: 1
        case .failsLater: 2
        case .leaksMemory: 3
        }
    }

    /// Whether a pod that crashed stays down while it lasts.
    var crashesForGood: Bool {
        switch self {
        case .exitsAtOnce, .failsLater: true
        case .neverReady, .leaksMemory: false
        }
    }
}

extension ProgramDefect {
    /// How long after a start it shows; `nil` for one that shows at once.
    var wait: Quantity? {
        switch self {
        case .exitsAtOnce, .neverReady: nil
        case .failsLater(let wait), .leaksMemory(let wait): wait
        }
    }
}

/// A defect of the program of a deployment.
package struct Affliction: Hashable, Sendable {
    /// The deployment's namespace.
    package var namespace: String
    /// The deployment.
    package var deployment: String
    /// The image that has it; `nil` for whatever the deployment runs.
    package var image: String?
    /// What is wrong.
    package var defect: ProgramDefect
    /// The share of the pods it shows in.
    package var share: Share
    /// How long a pod that crashed waits for its next start once the program is sound again.
    package var backOff: Quantity

    /// Creates an affliction.
    package init(
        namespace: String, deployment: String, image: String?, defect: ProgramDefect, share: Share,
        backOff: Quantity
    ) {
        (self.namespace, self.deployment, self.image) = (namespace, deployment, image)
        (self.defect, self.share, self.backOff) = (defect, share, backOff)
    }
}

/// An affliction in force, and in which pods it shows.
struct AfflictionRecord: Hashable, Sendable {
    let affliction: Affliction
    /// Numbers the afflictions, so that what one was to bring about does not come of another.
    let number: Int32
    /// The pods it was decided for, in that order.
    private var decisions: [Decision] = []

    private struct Decision: Hashable {
        let pod: Int32
        let shows: Bool
    }

    init(_ affliction: Affliction, number: Int32) {
        (self.affliction, self.number) = (affliction, number)
    }

    /// Whether it is one of a pod's program.
    func concerns(_ pod: Pod) -> Bool {
        guard pod.revision > 0, pod.owner.name == affliction.deployment,
            pod.namespace == affliction.namespace
        else { return false }
        guard let image = affliction.image else { return true }
        return pod.template.containers.contains { $0["image"]?.string == image }
    }

    /// Whether it shows in a pod: in so many of each hundred as its share says, one pod after the other.
    mutating func shows(in pod: Int32) -> Bool {
        if let known = decisions.first(where: { $0.pod == pod }) { return known.shows }
        let (count, share) = (Int64(decisions.count), affliction.share.partsPerMillion)
        let shows = (count + 1) * share / 1_000_000 > count * share / 1_000_000
        decisions.append(Decision(pod: pod, shows: shows))
        return shows
    }
}
