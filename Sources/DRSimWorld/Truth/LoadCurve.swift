import DRSimKernel
import DRSimPlan
import DRSimUnits

/// The load of each hour as the world needs it: a share of the peak and a rate of writing.
struct LoadCurve: Sendable {
    private let profile: LoadProfile
    private let start: CalendarTime

    init(_ profile: LoadProfile, start: CalendarTime) {
        precondition(profile.hours.count == 24, "a load profile has 24 hours, not \(profile.hours.count)")
        (self.profile, self.start) = (profile, start)
    }

    /// Ten gigabytes a second: more log than any database takes, however many surges come together.
    private static let fastest = 1e10

    /// The load at an instant as a share of the peak.
    func load(at instant: Instant) -> Share {
        profile.hours[(start + (instant - .start)).hour]
    }

    /// Bytes of write-ahead log a second at an instant, if every user is served and asks for so many
    /// times as much as usual.
    func bytesPerSecond(at instant: Instant, factor: Double) -> Int64 {
        let peak = profile.peakTransactionsPerSecond * Double(profile.walPerTransaction.bytes)
        let rate = (peak * load(at: instant).fraction * factor).rounded(.toNearestOrEven)
        return Int64(min(rate, Self.fastest))
    }

    /// The next instant at which the load changes; `nil` if it is the same at all hours.
    func nextChange(after instant: Instant) -> Instant? {
        let moment = start + (instant - .start)
        let present = profile.hours[moment.hour]
        for hours in 1..<24 where profile.hours[(moment.hour + hours) % 24] != present {
            let rest = moment.millisecondsOfDay % 3_600_000
            return instant + Span(milliseconds: Int64(hours) * 3_600_000 - rest)
        }
        return nil
    }

    /// The share of `demand` (in pods' full capacity) that `pods` ready pods serve in time.
    ///
    /// Above the usable part of their capacity answers take longer than users wait (E12).
    static func servedShare(demand: Double, pods: Int, usable: Double) -> Share {
        guard demand > 0 else { return .all }
        let limit = Double(pods) * usable
        return limit >= demand ? .all : Share.rounding(limit / demand)
    }
}
