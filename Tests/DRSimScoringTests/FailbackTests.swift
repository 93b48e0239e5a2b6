import DRSimPlan
import DRSimScoring
import DRSimTestSupport
import DRSimTrace
import DRSimUnits
import Testing

/// The region `west` is lost at 60 min and the database promoted in `east` at 70; people begin the way back
/// at 200, ask at 210, stop what writes at 230, promote at home at 240 and lead the clients back.
struct FailbackTests {
    /// What a test changes of it.
    struct Course {
        var approval: Span? = .minutes(220)
        var interruption: ClosedRange<Span>? = Span.minutes(230)...Span.minutes(250)
        var homecoming: Span? = .minutes(240)
        /// How much of what `east` acknowledged had not arrived when `west` was promoted.
        var missing: Span = .zero
        var followsAgain: Span? = .minutes(300)
        var clientsMove: Span = .minutes(260)
        var end: Span? = .minutes(270)
        var asks = true
        /// When a way back that was set aside is begun anew.
        var secondStart: Span?
    }

    private static let failback: RunbookID = "failback"

    private static func plan(asks: Bool) -> Plan {
        var plan = SamplePlan.plan()
        let approval = StepAction.approve(
            Approval(role: "lead", question: "Now?", timeout: .hours(1)))
        let steps = asks ? [Step(id: "ask", title: "Ask", action: approval, source: "test")] : []
        plan.runbooks.append(Runbook(id: failback, title: "Failback", source: "test", steps: steps))
        plan.people.playbooks = [
            People.Playbook(
                incidentClass: "region_outage", runbook: failback, stage: .aftermath, notBefore: .zero,
                source: "test")
        ]
        return plan
    }

    private static func builder(_ course: Course) -> TraceBuilder {
        var builder = TraceBuilder(horizon: .minutes(600))
        let fault = builder.fault(at: .minutes(60))
        builder.serve(SamplePlan.api, 0, at: .minutes(60), cause: fault)
        builder.serve(SamplePlan.portal, 0, at: .minutes(60), cause: fault)
        builder.protect(SamplePlan.database, true, at: .zero, cause: nil)
        builder.protect(SamplePlan.database, false, at: .minutes(60), cause: fault)
        let promoted = builder.fact(
            .databasePromoted, "database", at: .minutes(70), cause: fault, actor: .plan)
        builder.serve(SamplePlan.api, 100, at: .minutes(70), cause: promoted)
        builder.serve(SamplePlan.portal, 100, at: .minutes(70), cause: promoted)
        var start = builder.start(at: .minutes(200), cause: promoted)
        builder.protect(SamplePlan.database, true, at: .minutes(205), cause: start)
        if let second = course.secondStart { start = builder.start(at: second, cause: start) }
        if let approval = course.approval, course.asks {
            builder.fact(
                .stepSucceeded, "ask", at: approval, cause: start, actor: .people,
                details: [.init(.runbook, .text(failback.name))])
        }
        write(course, start: start, to: &builder)
        if let end = course.end {
            builder.fact(.procedureCompleted, failback.name, at: end, cause: start, actor: .people)
        }
        return builder
    }

    /// Writes of 1 000 bytes a second, and what users are served.
    private static func write(_ course: Course, start: FactID, to builder: inout TraceBuilder) {
        let (west, east) = ("west/production/orders", "east/recovery/orders")
        builder.timeline(of: SamplePlan.database, site: west)
        builder.timeline(of: SamplePlan.database, from: 0, fork: 3_600_000, at: .minutes(70), site: east)
        builder.write(on: 0, from: .zero, to: .minutes(60), start: 0, end: 3_600_000)
        let stop = course.interruption?.lowerBound ?? .minutes(230)
        let reached = 3_600_000 + (stop - .minutes(70)).milliseconds
        builder.write(on: 1, from: .minutes(70), to: stop, start: 3_600_000, end: reached)
        if let interruption = course.interruption {
            let stopped = builder.fact(
                .objectChanged, "api", at: interruption.lowerBound, cause: start, actor: .people)
            builder.serve(SamplePlan.api, 0, at: interruption.lowerBound, cause: stopped)
            builder.serve(SamplePlan.api, 100, at: interruption.upperBound, cause: stopped)
        }
        builder.fact(.dnsChanged, "api.example.com", at: .minutes(245), cause: start, actor: .platform)
        builder.fact(
            .clientsMoved, "api.example.com", at: course.clientsMove, cause: start, actor: .platform,
            details: [.init(.share, .number(950_000))])
        if let homecoming = course.homecoming {
            let fork = reached - course.missing.milliseconds
            builder.timeline(of: SamplePlan.database, from: 1, fork: fork, at: homecoming, site: west)
            builder.write(on: 2, from: homecoming, to: .minutes(600), start: fork, end: fork + 1_000_000)
            builder.copy(of: 2, upTo: fork + 1_000_000)
            builder.protect(SamplePlan.database, false, at: homecoming, cause: start)
            if let again = course.followsAgain {
                builder.protect(SamplePlan.database, true, at: again, cause: start)
            }
        } else {
            builder.copy(of: 1, upTo: reached)
        }
    }

    private static func scores(_ course: Course) -> TrialScore {
        Scorer.score(
            trace: builder(course).trace, plan: plan(asks: course.asks), scenario: SamplePlan.scenario())
    }

    private static func score(_ builder: TraceBuilder) -> TrialScore {
        Scorer.score(trace: builder.trace, plan: plan(asks: true), scenario: SamplePlan.scenario())
    }

    private static func failback(_ course: Course = Course()) throws -> FailbackScore {
        let scores = scores(course).failbacks
        #expect(scores.count == 1)
        return try #require(scores.first)
    }

    @Test func `has its own times, from the decision to users served at home`() throws {
        let score = try Self.failback()
        #expect(score.runbook == Self.failback && score.outcome == .completed)
        #expect(score.startedAt == .start + .minutes(200) && score.endedAt == .start + .minutes(270))
        #expect(score.decidedAt == .start + .minutes(220))
        #expect(score.homeAt == .start + .minutes(250) && score.rta == .minutes(30))
    }

    @Test(arguments: [221, 230, 245] as [Int64])
    func `a later approval makes it shorter, a later homecoming longer`(minute: Int64) throws {
        let late = Course(approval: .minutes(minute))
        #expect(try Self.failback(late).rta == .minutes(250 - minute))
        let slow = Course(homecoming: .minutes(minute + 10))
        #expect(try Self.failback(slow).rta == .minutes(max(250, minute + 10) - 220))
    }

    @Test func `nobody's approval is no decision, and where nobody is asked it is made at once`() throws {
        #expect(try Self.failback(Course(approval: nil)).rta == nil)
        let unasked = try Self.failback(Course(asks: false))
        #expect(unasked.decidedAt == unasked.startedAt && unasked.rta == .minutes(50))
    }

    @Test(arguments: [231, 260, 320] as [Int64])
    func `its interruption is its own, and no part of the disaster's`(end: Int64) throws {
        let course = Course(interruption: Span.minutes(230)...Span.minutes(end))
        let score = try Self.failback(course)
        #expect(score.interruptions == [.init(service: SamplePlan.api, span: .minutes(end - 230))])
        #expect(score.interrupted == .minutes(end - 230))
        #expect(score.homeAt == .start + .minutes(max(end, 240)))
        let api = try #require(Self.scores(course).service(SamplePlan.api))
        #expect(api.unavailable == .minutes(10 + end - 230))
    }

    @Test func `where nobody is interrupted it ends when the clients have moved`() throws {
        let score = try Self.failback(Course(interruption: nil, clientsMove: .minutes(261)))
        #expect(score.interruptions == [] && score.homeAt == .start + .minutes(261))
    }

    @Test(arguments: [0, 1, 60, 9_600] as [Int64])
    func `what was carried home and what was left behind sum to what was acknowledged elsewhere`(
        seconds: Int64
    ) throws {
        // From minute 70 to 230, 1 000 bytes a second: 9 600 000 bytes, 8 000 of which are a transaction.
        let store = try #require(Self.failback(Course(missing: .seconds(seconds))).stores.first)
        #expect(store.id == SamplePlan.database && store.homeAt == .start + .minutes(240))
        #expect(store.reconciled.bytes == ByteCount(9_600_000 - 1_000 * seconds))
        #expect(store.leftBehind.bytes == ByteCount(1_000 * seconds))
        #expect(store.reconciled.transactions + store.leftBehind.transactions == 1_200)
        #expect(store.leftBehind.transactions == 1_000 * seconds / 8_000)
    }

    @Test func `is without a copy from the departure until one follows what is at home`() throws {
        // Minutes 70 to 205 and 240 to 300.
        #expect(try Self.failback().stores.map(\.unprotected) == [.minutes(195)])
        let later = Course(followsAgain: .minutes(310))
        #expect(try Self.failback(later).stores.map(\.unprotected) == [.minutes(205)])
        let never = Course(followsAgain: nil)
        #expect(try Self.failback(never).stores.map(\.unprotected) == [.minutes(135 + 360)])
    }

    @Test func `data that stays away is not home, and nothing of it is reconciled`() throws {
        let score = try Self.failback(Course(homecoming: nil, end: nil))
        #expect(score.outcome == .unfinished && score.homeAt == nil && score.rta == nil)
        #expect(score.stores.map(\.homeAt) == [nil])
        #expect(score.stores.map(\.reconciled) == [.none] && score.stores.map(\.leftBehind) == [.none])
    }

    @Test func `one that is begun anew brings home what the first did not`() throws {
        let scores = Self.scores(Course(secondStart: .minutes(215))).failbacks
        #expect(scores.map(\.outcome) == [.overtaken, .completed])
        #expect(scores.map(\.homeAt) == [nil, .start + .minutes(250)])
        #expect(scores.map { $0.stores.first?.reconciled.transactions } == [0, 1_200])
        #expect(scores.map(\.interruptions.count) == [0, 1])
    }

    @Test func `what it costs is the former's until it is begun anew, and then its own`() throws {
        // Without a copy in minutes 70 to 205 and 240 to 300.
        let scores = Self.scores(Course(secondStart: .minutes(202))).failbacks
        #expect(scores.map(\.endedAt) == [.start + .minutes(202), .start + .minutes(270)])
        #expect(scores.flatMap(\.stores).map(\.unprotected) == [.minutes(132), .minutes(63)])
    }

    @Test func `one that comes to nothing interrupts users until the next is begun`() throws {
        let course = Course(
            interruption: Span.minutes(230)...Span.minutes(400), homecoming: nil, end: nil)
        #expect(try Self.failback(course).interrupted == .minutes(170))
        var builder = Self.builder(course)
        _ = builder.start(at: .minutes(300), cause: FactID(0))
        let scores = Self.score(builder).failbacks
        #expect(scores.map(\.outcome) == [.overtaken, .unfinished])
        #expect(scores.map(\.interrupted) == [.minutes(70), .zero])
    }

    @Test func `is overtaken when people turn to another procedure, whatever the controller does`() throws {
        for isDeclared in [true, false] {
            var builder = Self.builder(Course(homecoming: nil, end: nil))
            let decision = builder.fact(
                isDeclared ? .decisionMade : .disasterDetected, at: .minutes(390), cause: FactID(0),
                actor: isDeclared ? .people : .plan)
            builder.fact(.procedureStarted, "another", at: .minutes(400), cause: decision, actor: .plan)
            let score = try #require(Self.score(builder).failbacks.first)
            #expect(score.outcome == (isDeclared ? .overtaken : .unfinished))
            #expect(score.endedAt == (isDeclared ? .start + .minutes(400) : nil))
        }
    }

    @Test func `what is without a copy after a second departure is the next one's`() throws {
        var builder = Self.builder(Course(followsAgain: nil))
        builder.timeline(
            of: SamplePlan.database, from: 2, fork: 13_200_000, at: .minutes(320),
            site: "east/recovery/orders")
        builder.write(
            on: 3, from: .minutes(320), to: .minutes(600), start: 13_200_000, end: 13_300_000)
        _ = builder.start(at: .minutes(400), cause: FactID(0))
        let scores = Self.score(builder).failbacks
        #expect(scores.map(\.outcome) == [.completed, .unfinished])
        // From 70 to 205 and 240 to 320; from there to the end.
        #expect(scores.flatMap(\.stores).map(\.unprotected) == [.minutes(215), .minutes(280)])
    }

    @Test func `a fault that strikes in its course is not its doing`() throws {
        var builder = Self.builder(Course())
        let start = try #require(builder.trace.facts.firstIndex { $0.entity == Self.failback.name })
        let fault = builder.fact(
            .faultInjected, "second", at: .minutes(400), cause: FactID(start), actor: .fault)
        builder.serve(SamplePlan.portal, 0, at: .minutes(400), cause: fault)
        let score = Self.score(builder)
        #expect(score.failbacks.first?.interruptions.map(\.service) == [SamplePlan.api])
    }

    @Test func `a plan without a way back has none`() {
        let score = Scorer.score(
            trace: Self.builder(Course()).trace, plan: SamplePlan.plan(), scenario: SamplePlan.scenario())
        #expect(score.failbacks == [])
        #expect(score.counts[.failbacks] == 0 && score.counts[.reconciledTransactions] == 0)
    }

    @Test func `a contract can name what it came to`() {
        let counts = Self.scores(Course(missing: .seconds(80))).counts
        #expect(counts[.failbacks] == 1 && counts[.reconciledTransactions] == 1_190)
        #expect(counts[.failbackSeconds] == 1_800 && counts[.failbackInterruptionSeconds] == 1_200)
    }
}

extension TraceBuilder {
    fileprivate mutating func start(at time: Span, cause: FactID) -> FactID {
        fact(.procedureStarted, "failback", at: time, cause: cause, actor: .people)
    }
}
