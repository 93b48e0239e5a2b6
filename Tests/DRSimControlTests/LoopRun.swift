import DRSimControl
import DRSimPlan
import DRSimUnits

/// What a controller's surroundings do in a test: what checks see when, and what is answered.
struct Surroundings {
    /// What checks that answer from an instant on see; `nil` raises. The first is there from the start.
    var seen: [(from: Instant, snapshot: HealthSnapshot?)]
    /// When people reset the latch.
    var resets: [Instant] = []
    /// How long a round of checks takes.
    var checkSpan: Span = .seconds(1)
    /// How a command is answered, and after what time; `nil` never.
    var command: @Sendable (Token) -> (Span, status: Int)? = { _ in (.seconds(2), 0) }
    /// How a request for approval is answered, and after what time; `nil` never.
    var approval: @Sendable (Token) -> (Span, granted: Bool)? = { _ in (.minutes(5), true) }

    /// What a round of checks that answers now says.
    func check(at now: Instant) -> HealthSnapshot? {
        seen.last { $0.from <= now }?.snapshot
    }

    /// When checks next see something else, or people reset.
    func change(after now: Instant) -> Instant {
        (seen.map(\.from) + resets).filter { $0 > now }.min() ?? .never
    }
}

/// Carries a controller through its surroundings, poll by poll or leaping over polls that would do
/// nothing, and keeps what it did.
struct LoopRun {
    /// Something the controller did beyond going back to sleep, and what it was afterwards.
    struct Entry: Equatable {
        var at: Instant
        var directives: [Directive]
        var controller: FailoverController

        /// Alike but for when the controller wakes: a leaping one that is told of a reset still has the
        /// first of the polls it leaps over before it.
        static func == (left: Entry, right: Entry) -> Bool {
            left.at == right.at && left.directives == right.directives
                && left.controller.isSame(asBefore: right.controller)
        }
    }

    private(set) var controller: FailoverController
    private(set) var entries: [Entry] = []
    /// How many rounds of checks were taken.
    private(set) var polls = 0
    /// Polls that a leap would have skipped and that did something all the same.
    private(set) var broken: [Instant] = []
    private let surroundings: Surroundings
    private let leaps: Bool
    private var quietUntil: Instant?
    private var asleep: FailoverController
    private var timer: Instant?
    private var pending: [(at: Instant, lane: Int, input: Input)] = []

    init(
        _ controller: FailoverController, in surroundings: Surroundings, leaping leaps: Bool = false,
        until horizon: Instant
    ) {
        (self.controller, self.surroundings, self.leaps) = (controller, surroundings, leaps)
        asleep = controller
        pending = surroundings.resets.map { ($0, 0, .reset) }
        timer = controller.wakeAt
        while let (now, input) = takeNext(), now <= horizon { step(input, at: now) }
    }

    /// What happened, as `at text`.
    var log: [String] {
        entries.flatMap { entry in entry.directives.compactMap(\.line).map { "\(entry.at) \($0)" } }
    }

    /// The next input; of those of one instant resets come first, the timer last.
    private mutating func takeNext() -> (Instant, Input)? {
        let next = pending.indices.min { left, right in
            (pending[left].at, pending[left].lane) < (pending[right].at, pending[right].lane)
        }
        if let timer, timer < next.map({ pending[$0].at }) ?? .never {
            self.timer = nil
            return (timer, .timer)
        }
        return next.map { pending.remove(at: $0) }.map { ($0.at, $0.input) }
    }

    private mutating func step(_ input: Input, at now: Instant) {
        let directives = controller.handle(input, at: now)
        if case .wake(let next)? = directives.first, directives.count == 1, isCheck(input) {
            return rest(until: next, at: now)
        }
        if !directives.isEmpty && directives != [.takeHealthChecks] {
            if let end = quietUntil, now < end { broken.append(now) }
            quietUntil = nil
            entries.append(Entry(at: now, directives: directives, controller: controller))
        }
        for directive in directives { carryOut(directive, at: now) }
    }

    private func isCheck(_ input: Input) -> Bool {
        if case .health = input { true } else { false }
    }

    /// A poll did nothing but go back to sleep: the next comes at once, or when it can matter.
    private mutating func rest(until next: Instant, at now: Instant) {
        if let end = quietUntil, now < end, !controller.isSame(asBefore: asleep) { broken.append(now) }
        asleep = controller
        let snapshot = surroundings.check(at: now) ?? .allHealthy
        quietUntil = controller.quiet(seeing: snapshot, from: now).map {
            min($0, surroundings.change(after: now))
        }
        timer = leaps && quietUntil == .never ? nil : next
        guard leaps, let end = quietUntil, end != .never else { return }
        let period = (controller.policy.pollInterval + surroundings.checkSpan).milliseconds
        let missing = max(0, (end - surroundings.checkSpan - next).milliseconds)
        let skipped = missing / period + (missing % period > 0 ? 1 : 0)
        timer = next + Span(milliseconds: skipped * period)
    }

    private mutating func carryOut(_ directive: Directive, at now: Instant) {
        switch directive {
        case .takeHealthChecks:
            polls += 1
            let answer = now + surroundings.checkSpan
            let snapshot = surroundings.check(at: answer)
            let input = snapshot.map { Input.health($0) } ?? .checksRaised("unreachable")
            pending.append((answer, 2, input))
        case .wake(let instant):
            timer = instant
        case .execute(let token, _, _):
            guard let (span, status) = surroundings.command(token) else { return }
            let outcome = CommandOutcome(status: status, stderr: status == 0 ? "" : "refused")
            pending.append((now + span, 1, .commandFinished(token, outcome)))
        case .requestApproval(let token, _, _):
            guard let (span, granted) = surroundings.approval(token) else { return }
            pending.append((now + span, 1, .approval(token, granted: granted)))
        case .alert, .notify, .escalate, .report: break
        }
    }
}
