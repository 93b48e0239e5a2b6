import DRSimTrace
import DRSimUnits
import Testing

@testable import DRSimCLI

struct BackupsViewTests {
    private func night(_ hours: Int64, _ result: BackupRecord.Result, _ problem: String? = nil)
        -> BackupRecord
    {
        var record = BackupRecord(.backup, id: "night\(hours)", startedAt: .start + .hours(hours))
        record.result = result
        var part = BackupRecord.Part(name: "database")
        part.problem = problem
        record.parts = [part]
        return record
    }

    private func view(_ records: [BackupRecord]) -> BackupsView {
        BackupsView(records: records, onset: .start + .hours(1))
    }

    @Test func `counts the backups and says of the trial's own what was wrong`() {
        let view = view([
            night(-15, .completed), night(9, .failed, "exit status 1: no password\nexit code 1"),
        ])
        #expect(view.hasFailures)
        #expect(
            view.text == """
                  1 of 2 backups saved everything
                  ✗ +8h 00m 00s  night9 failed
                      database: exit status 1: no password; exit code 1
                """)
    }

    @Test func `backups in a row that went alike are told in one line`() {
        let nights = [9, 33, 57].map { night($0, .failed, "cannot read /tmp/night\($0).sql") }
        let text = view(nights + [night(81, .completed), night(105, .failed, "no room")]).text
        #expect(
            text == """
                  1 of 5 backups saved everything
                  ✗ +8h 00m 00s  night9 … night57, 3 in a row, failed
                      database: cannot read /tmp/night9.sql
                  ✓ +3d 08h 00m  night81 completed
                  ✗ +4d 08h 00m  night105 failed
                      database: no room
                """)
    }

    @Test func `tells the last night before the trial where it has none of its own`() {
        let text = view([night(-39, .failed, "first"), night(-15, .failed, "last")]).text
        #expect(text?.contains("0 of 2") == true && text?.contains("last") == true)
        #expect(text?.contains("first") == false)
    }

    @Test func `says nothing where no backup has ended`() {
        #expect(view([]).text == nil)
        #expect(view([night(9, .running)]).text == nil)
        #expect(!view([night(-15, .completed)]).hasFailures)
    }
}
