import DRSimKubernetes
import DRSimUnits
import Testing

/// Where a recovery is to stop, as manifests write it.
struct RecoveryTargetTests {
    @Test(arguments: [
        "2026-03-10T14:29:59Z", "2026-03-10 14:29:59", "2026-03-10 14:29:59+00", "2026-03-10T23:29:59+09:00",
        "2026-03-10 09:59:59-04:30", "2026-03-11T00:29:59.000000+10", "2026-03-10 14:29:59.0",
    ])
    func `a time is the same instant in every zone, and in UTC without one`(text: String) {
        #expect(
            CalendarTime(recoveryTarget: text)
                == CalendarTime(year: 2026, month: 3, day: 10, hour: 14, minute: 29, second: 59))
    }

    @Test(arguments: [
        "half past two", "", "2026-03-10T14:29:59+0900", "2026-03-10T14:29:59+9", "2026-03-10T14:29:59+09:60",
        "2026-03-10T14:29:59+24:00", "2026-02-30", "2026-03-10T14:29:59 UTC",
    ])
    func `what names no instant is no time`(text: String) {
        #expect(CalendarTime(recoveryTarget: text) == nil)
    }

    @Test func `a day is its midnight`() {
        #expect(CalendarTime(recoveryTarget: "2026-03-10") == CalendarTime(year: 2026, month: 3, day: 10))
    }

    @Test func `a position has two halves in hexadecimal digits`() {
        #expect(ByteCount(location: "1A/2B3C4D5E") == ByteCount(0x1A_2B3C_4D5E))
        #expect(ByteCount(location: "FFFFFFFF/0") == ByteCount(.max))
        for text in ["", "1A", "1A/", "1/2/3", "1A/2B3C4D5E6", "x/1"] {
            #expect(ByteCount(location: text) == nil, "\(text)")
        }
    }
}
