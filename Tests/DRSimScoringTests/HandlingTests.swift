import DRSimPlan
import DRSimScoring
import DRSimStatistics
import DRSimTestSupport
import DRSimTrace
import DRSimUnits
import Testing

/// What a trace says a disaster was taken for, and what was done about it.
struct HandlingTests {
    /// A plan in which a zone's procedure is people's, and nothing stands for a failed database.
    private static var plan: Plan {
        var plan = SamplePlan.plan()
        plan.incidentClasses[1].procedures = ["standby-zone"]
        plan.controller.responses.append(
            .init(disaster: .databaseFailure, incidentClass: nil, runbook: "database", source: "test"))
        let commands = ["region-failover", "standby-zone", "database", "tidy-up"].map {
            Runbook(id: RunbookID($0), title: $0, source: "test", steps: [Self.step])
        }
        plan.runbooks =
            commands + [
                Runbook(
                    id: "undefined", title: "Undefined", source: "test",
                    steps: [
                        Step(id: "act", title: "Call", action: .call("nothing_there"), source: "test")
                    ])
            ]
        return plan
    }

    private static var step: Step {
        Step(id: "act", title: "Act", action: .run(Command(argv: ["true"])), source: "test")
    }

    private static func handling(
        _ builder: TraceBuilder, class truth: IncidentClassID?, faults: [Fault] = []
    ) -> Handling {
        Scorer.score(
            trace: builder.trace, plan: plan, scenario: SamplePlan.scenario(class: truth, faults: faults)
        ).handling
    }

    private static func detect(
        _ type: DisasterType, at time: Span, cause: FactID, in builder: inout TraceBuilder
    ) -> FactID {
        builder.fact(
            .disasterDetected, type.rawValue, at: time, cause: cause, actor: .plan,
            details: [.init(.disaster, .text(type.rawValue))])
    }

    private static func act(
        by runbook: String, at time: Span, cause: FactID, in builder: inout TraceBuilder
    ) {
        builder.fact(
            .stepStarted, "act", at: time, cause: cause, actor: .plan,
            details: [.init(.runbook, .text(runbook))])
    }

    @Test func `a region that is detected and failed over is taken and acted on as what it is`() {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(10))
        let detected = Self.detect(.regionFailure, at: .minutes(11), cause: fault, in: &builder)
        Self.act(by: "region-failover", at: .minutes(12), cause: detected, in: &builder)
        let handling = Self.handling(builder, class: "region_outage")
        #expect(handling.taken == .incidentClass("region_outage"))
        #expect(handling.takenBy == .controller)
        #expect(handling.acted == .incidentClass("region_outage"))
        #expect(handling.isTakenRight && handling.isActedRight)
        #expect(handling.falseAlarms == 0)
    }

    @Test func `a type that stands for no class is unmapped, and never right`() {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(10))
        let detected = Self.detect(.databaseFailure, at: .minutes(11), cause: fault, in: &builder)
        Self.act(by: "database", at: .minutes(12), cause: detected, in: &builder)
        let handling = Self.handling(builder, class: "zone_outage")
        #expect(handling.taken == .unmapped(.databaseFailure))
        #expect(handling.acted == .unmapped(.databaseFailure))
        #expect(!handling.isTakenRight && !handling.isActedRight)
    }

    @Test func `people who find users served are overruled by those who declare later`() {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(10))
        builder.fact(.incidentClosed, at: .minutes(20), cause: fault, actor: .people)
        let closed = Self.handling(builder, class: "zone_outage")
        #expect(closed.taken == .nothing && closed.takenBy == .people && !closed.isTakenRight)
        let declared = builder.fact(
            .decisionMade, at: .minutes(60), cause: fault, actor: .people,
            details: [.init(.incidentClass, .text("zone_outage"))])
        Self.act(by: "standby-zone", at: .minutes(61), cause: declared, in: &builder)
        let handling = Self.handling(builder, class: "zone_outage")
        #expect(handling.taken == .incidentClass("zone_outage") && handling.takenBy == .people)
        #expect(handling.acted == .incidentClass("zone_outage"))
    }

    @Test func `a call that raises has done nothing, and a procedure of no class goes by its name`() {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(10))
        Self.act(by: "undefined", at: .minutes(11), cause: fault, in: &builder)
        #expect(Self.handling(builder, class: "zone_outage").acted == .nothing)
        Self.act(by: "tidy-up", at: .minutes(12), cause: fault, in: &builder)
        #expect(Self.handling(builder, class: "zone_outage").acted == .procedure("tidy-up"))
    }

    @Test func `a false alarm is counted once a strike, and watched for where it recurs`() {
        var builder = TraceBuilder()
        for hour in [Span.hours(1), .hours(2)] {
            let strike = builder.fault("blip", at: hour)
            for minute in [Span.minutes(1), .minutes(2)] {
                let detected = Self.detect(.regionFailure, at: hour + minute, cause: strike, in: &builder)
                if hour == .hours(2) {
                    Self.act(by: "region-failover", at: hour + minute, cause: detected, in: &builder)
                }
            }
        }
        var blip = SamplePlan.fault("blip", .monitoring(.falseAlarm([.primaryDatabase])), at: .hours(1))
        #expect(Self.handling(builder, class: nil, faults: [blip]).watched == .zero)
        blip.trigger = .every(.exponential(mean: 3_600))
        let handling = Self.handling(builder, class: nil, faults: [blip])
        #expect(handling.falseAlarms == 2 && handling.falseActions == 1)
        #expect(handling.watched == .hours(24))
        #expect(handling.taken == .incidentClass("region_outage") && !handling.isTakenRight)
    }

    @Test(arguments: [MonitoringFault.falseAlarm([.primaryDatabase]), .checkHangs([.primaryDatabase])])
    func `a fault that only misleads beside a disaster is no handling of it`(fault: MonitoringFault) {
        var builder = TraceBuilder()
        let blip = builder.fault("blip", at: .minutes(5))
        _ = Self.detect(.regionFailure, at: .minutes(6), cause: blip, in: &builder)
        let outage = builder.fault("outage", at: .minutes(10))
        _ = Self.detect(.databaseFailure, at: .minutes(11), cause: outage, in: &builder)
        let faults = [
            SamplePlan.fault("blip", .monitoring(fault), at: .minutes(5)),
            SamplePlan.fault("outage", .site(.regionOutage("west")), at: .minutes(10)),
        ]
        let handling = Self.handling(builder, class: "region_outage", faults: faults)
        #expect(handling.taken == .unmapped(.databaseFailure))
        #expect(handling.falseAlarms == 1 && handling.falseActions == 0)
    }
}

/// The matrix over many trials, computed by hand.
struct ConfusionMatrixTests {
    private static func handling(
        _ truth: IncidentClassID?, _ taken: Handling.Label, _ by: Handling.Judge, _ acted: Handling.Label
    ) -> Handling {
        var handling = Handling(truth: truth)
        (handling.taken, handling.takenBy, handling.acted) = (taken, by, acted)
        return handling
    }

    /// Three lost regions, of which one is taken for a failed database; two lost zones, one of which nobody
    /// notices; one false alarm that is acted on.
    private static let trials = [
        handling("region", .incidentClass("region"), .controller, .incidentClass("region")),
        handling("region", .unmapped(.databaseFailure), .controller, .unmapped(.databaseFailure)),
        handling("zone", .nothing, .nobody, .nothing),
        handling("region", .incidentClass("region"), .controller, .incidentClass("region")),
        handling("zone", .incidentClass("zone"), .people, .incidentClass("zone")),
        handling(nil, .incidentClass("region"), .controller, .incidentClass("region")),
    ]

    @Test func `equal trials fall into one cell, by true class and the most frequent first`() {
        let matrix = ConfusionMatrix(Self.trials)
        let cells = matrix.cells.map {
            "\($0.handling.truthText)|\($0.handling.taken)|\($0.handling.acted)|\($0.trials)/\($0.ofTruth)"
        }
        #expect(
            cells == [
                "none|region|region|1/1", "region|region|region|2/3",
                "region|unmapped:database_failure|unmapped:database_failure|1/3", "zone|none|none|1/2",
                "zone|zone|zone|1/2",
            ])
        #expect(matrix.trials == 6 && matrix.takenRight == 3 && matrix.actedRight == 3)
        #expect(ConfusionMatrix(Self.trials.reversed()).cells.map(\.trials) == matrix.cells.map(\.trials))
    }

    @Test func `false alarms a year count over the years in which they could come`() throws {
        #expect(ConfusionMatrix(Self.trials).falseAlarms == nil)
        var watched = Self.trials[5]
        (watched.watched, watched.falseAlarms, watched.falseActions) = (.hours(4_380), 6, 2)
        let matrix = ConfusionMatrix(Self.trials + [watched, watched])
        let alarms = try #require(matrix.falseAlarms)
        #expect(alarms.events == 12 && alarms.exposure == 1 && alarms.rate == 12)
        #expect(matrix.falseActions?.rate == 4)
    }

    @Test(arguments: Self.labels)
    func `a label's word reads back as the label`(label: Handling.Label) {
        #expect(Handling.Label("\(label)") == label)
    }

    private static let labels: [Handling.Label] = [
        .nothing, .incidentClass("zone"), .unmapped(.azFailure), .procedure("tidy-up"),
    ]
}
