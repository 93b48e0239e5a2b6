import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import Testing

/// A store that is brought up to date in another region every quarter of an hour, as long as it can be.
@Suite struct SynchronisationTests {
    /// What is lost of the files when their region is lost at 5 h, after something that went before.
    private static func rpa(after earlier: SiteFault?, for duration: Span? = nil) throws -> Span {
        var staged = try Staged("l4-remediated")
        staged.horizon = .hours(6)
        if let earlier { staged.strike(.site(earlier), at: .minutes(10), for: duration) }
        staged.strike(.site(.regionOutage("us-west-2")), at: .hours(5))
        return try #require(staged.run().score.store("files")?.rpa)
    }

    @Test func `loses what was written since the round before last`() throws {
        #expect(try Self.rpa(after: nil) == .minutes(15))
    }

    @Test(
        arguments: [
            (SiteFault.partition("us-west-2", "us-east-1"), nil),
            (.oneWayCut(from: .region("us-east-1"), to: .region("us-west-2")), nil),
            (.regionOutage("us-east-1"), .minutes(289)),
        ] as [(SiteFault, Span?)])
    func `makes no round while the way there is closed`(fault: SiteFault, duration: Span?) throws {
        #expect(try Self.rpa(after: fault, for: duration) >= .hours(5))
    }

    @Test func `goes on when the way is open again`() throws {
        let cut = SiteFault.partition("us-west-2", "us-east-1")
        #expect(try Self.rpa(after: cut, for: .hours(2)) == .minutes(15))
        // Two rounds after four and a half hours, the second of which may not have been complete.
        #expect(try Self.rpa(after: cut, for: .minutes(265)) == .minutes(15))
    }
}
