import DRSimHarness
import DRSimPlan
import DRSimTrace
import DRSimUnits
import DRSimWorld
import Testing

/// What shows that a fault of one kind bites, and that it is over.
struct FaultProof: CustomTestStringConvertible, Sendable {
    /// The fault.
    let kind: Fault.Kind
    /// Whether what it breaks works.
    let look: Look
    /// What ends it.
    var end = End.ownEnd
    /// The level of the plan it is staged at.
    var level = Level.named
    /// What times are counted in.
    var unit = Span.minutes(1)
    /// How many units after its end all must be well again.
    var patience: Int64 = 1
    /// What else the trial needs.
    var stage: @Sendable (inout Staged) -> Void = { $0.isControl = true }

    /// How it is found out whether something works.
    enum Look: Sendable {
        /// By a look at the world at an instant; it may type, and the world goes on without that.
        case world(@Sendable (inout World, Span) -> Bool)
        /// By a trial of its own in which something more happens.
        case trial(@Sendable (Staged, Span) -> Bool)
    }

    /// What ends a fault.
    enum End: Hashable, Sendable {
        /// All is well again when it ends, and not before the last of its kind has.
        case ownEnd
        /// It is over as it strikes, and what it broke is mended by whoever runs it.
        case repair
        /// What it did stays.
        case never
    }

    /// The levels that proofs are staged at.
    enum Level: Sendable {
        case probed, named, remediated
        /// The remediated plan with a branch followed again.
        case following
    }

    /// A stretch of a trial in units; without an end it lasts.
    typealias Stretch = (from: Int64, to: Int64?)

    var testDescription: String { kind.name }
}

extension FaultProof {
    /// Whether all is well at some times, given in units and in order, of a trial with the fault in some
    /// stretches.
    func isWell(at times: [Int64], with stretches: [Stretch]) throws -> [Bool] {
        var staged = try level.staged.get()
        staged.horizon = unit * 180
        stage(&staged)
        for stretch in stretches {
            staged.strike(kind, at: unit * stretch.from, for: stretch.to.map { unit * ($0 - stretch.from) })
        }
        switch look {
        case .trial(let isWell): return times.map { isWell(staged, unit * $0) }
        case .world(let isWell):
            var world = staged.rehearsal.world(seed: 1)
            return times.map { time in
                world.run(to: unit * time)
                var asked = world
                return isWell(&asked, unit * time)
            }
        }
    }
}

extension FaultProof.Level {
    private static let plans = [
        "l1-probed", "l3-named", "l4-remediated", "findings/F25",
    ].map { name in Result { try Staged(name) } }

    /// The plan at the level, read once.
    var staged: Result<Staged, any Error> {
        switch self {
        case .probed: Self.plans[0]
        case .named: Self.plans[1]
        case .remediated: Self.plans[2]
        case .following: Self.plans[3]
        }
    }
}

extension Staged {
    /// Gives an assumption one value, so that a proof need not wait for luck.
    mutating func fix(_ name: AssumptionID, at value: Double) {
        guard let index = plan.assumptions.firstIndex(where: { $0.id == name }) else { return }
        plan.assumptions[index].distribution = .constant(value)
    }
}

extension World {
    /// Lets time pass.
    mutating func run(to time: Span) { run(through: .start + time) }

    /// What a command line answers that has no word with a space in it.
    mutating func answer(_ line: String) -> CommandAnswer {
        execute(line.split(separator: " ").map(String.init), input: nil)
    }
}
