import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import DRSimWorld

// The looks that tell whether something works.

extension FaultProof.Look {
    /// Every user of a service is served.
    static func served(_ service: ServiceID = "core_erp_api") -> Self {
        .world { world, time in world.trace.served(service, at: time) == .all }
    }

    /// A command works.
    static func works(_ line: String) -> Self {
        .world { world, _ in world.answer(line).status == 0 }
    }

    /// A command works, and what it prints has a mark of trouble nowhere.
    static func prints(_ line: String, without mark: String) -> Self {
        .world { world, _ in
            let answer = world.answer(line)
            return answer.status == 0 && !answer.output.isEmpty && !answer.output.contains(mark)
        }
    }

    /// Of two kinds of facts, the one that says something stopped was not the last.
    static func goesOn(_ stopped: FactKind, _ resumed: FactKind) -> Self {
        .world { world, _ in
            world.trace.facts.last { [stopped, resumed].contains($0.kind) }?.kind != stopped
        }
    }

    /// No fact of a kind, with a word in its text, became true in the minutes before.
    static func quiet(_ kind: FactKind, _ word: String = "", for minutes: Int64) -> Self {
        .world { world, time in
            !world.trace.all(kind).contains {
                $0.at > .start + time - .minutes(minutes) && $0.text.contains(word)
            }
        }
    }

    /// Nothing of a kind comes of what somebody does now in the minutes after it.
    static func stays(
        _ kind: FactKind, for minutes: Int64, after act: @escaping @Sendable (inout World) -> Bool
    ) -> Self {
        .world { world, time in
            guard act(&world) else { return false }
            world.run(to: time + .minutes(minutes))
            return world.trace.first(kind, from: time) == nil
        }
    }

    /// The loss of the primary region now would cost less than this.
    static func losesLess(than bound: Span) -> Self {
        .trial { staged, time in
            var staged = staged
            staged.incidentClass = "level_2_region_outage"
            staged.horizon = time + .hours(1)
            staged.strike(.site(.regionOutage("us-west-2")), at: time)
            guard let rpa = staged.run().score.store("database")?.rpa else { return false }
            return rpa < bound
        }
    }

    /// After some other fault a fact of a kind, of an entity if one is named, comes about in the minutes
    /// after it; or does not, if none is wanted.
    static func brings(
        _ kind: FactKind, of entity: String? = nil, isWanted: Bool = true, within minutes: Int64,
        after other: Fault.Kind
    ) -> Self {
        .trial { staged, time in
            var staged = staged
            staged.strike(other, at: time)
            var world = staged.rehearsal.world(seed: 1)
            world.run(to: time + .minutes(minutes))
            return (world.trace.first(kind, of: entity, from: time) != nil) == isWanted
        }
    }
}
