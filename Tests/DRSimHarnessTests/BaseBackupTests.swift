import DRSimDocument
import DRSimHarness
import DRSimPlan
import DRSimUnits
import DRSimWorld
import Testing

/// Base backups are made by the objects that ask for them, as these are at the moment.
@Suite struct BaseBackupTests {
    private static let schedule = ["scheduledbackup", "postgres-primary-daily", "-n", "production"]

    /// What is typed after 20 hours of a trial that begins on 2026-10-13 at 17:00, and the base backups after
    /// two days more; the schedule's own hour is one o'clock.
    private func backups(after command: [String]) throws -> String {
        var staged = try Staged()
        (staged.isControl, staged.horizon) = (true, .days(4))
        var world = staged.rehearsal.world(seed: 1)
        world.run(through: .start + .hours(20))
        let answer = world.execute(["kubectl"] + command, input: nil)
        #expect(answer.status == 0, "\(answer.errors)")
        world.run(through: .start + .hours(68))
        return world.execute(["kubectl", "get", "backups", "-n", "production", "-o", "name"], input: nil)
            .output
    }

    private func patched(_ spec: String) -> [String] {
        ["patch"] + Self.schedule + ["--type=merge", "-p", "{\"spec\":{\(spec)}}"]
    }

    @Test func `are made as long as nobody changes that`() throws {
        let names = try backups(after: ["get"] + Self.schedule)
        for day in 14...16 { #expect(names.contains("postgres-primary-daily-202610\(day)010000")) }
    }

    @Test func `end with the object that asked for them`() throws {
        let names = try backups(after: ["delete"] + Self.schedule)
        #expect(names.contains("postgres-primary-daily-20261014010000"))
        #expect(!names.contains("-20261015") && !names.contains("-20261016"))
    }

    @Test func `pause while it is suspended`() throws {
        let names = try backups(after: patched("\"suspend\":true"))
        #expect(names.contains("postgres-primary-daily-20261014010000"))
        #expect(!names.contains("-20261015") && !names.contains("-20261016"))
    }

    @Test func `follow it to another hour`() throws {
        let names = try backups(after: patched("\"schedule\":\"0 30 5 * * THU,FRI\""))
        #expect(names.contains("postgres-primary-daily-20261015053000"))
        #expect(names.contains("postgres-primary-daily-20261016053000"))
        #expect(!names.contains("-20261015010000"))
    }

    @Test func `are not asked for by what is no schedule, and that is said`() throws {
        let why = "spec.schedule: Invalid value: \"nonsense\": Expected 5 to 6 fields, found 1: nonsense"
        var world = try Staged().rehearsal.world(seed: 1)
        let answer = world.execute(["kubectl"] + patched("\"schedule\":\"nonsense\""), input: nil)
        #expect(answer.status == 1 && answer.errors.contains(why), "\(answer.errors)")
        var staged = try Staged()
        let index = try #require(
            staged.plan.manifests.firstIndex { $0.object["kind"]?.string == "ScheduledBackup" })
        staged.plan.manifests[index].object =
            staged.plan.manifests[index].object.merging(patch: ["spec": ["schedule": "nonsense"]])
        #expect(staged.rehearsal.openingProblems.contains { $0.hasSuffix(why) })
    }
}
