import DRSimDocument
import DRSimFiles
import Testing

/// What is said of a fault that is written wrongly, kind by kind.
struct BrokenFaultTests {
    @Test(arguments: site + platform + application + control + security)
    func `says what is wrong with a fault`(
        fault: String, line: String
    ) throws {
        // What is over when it has struck has no duration.
        let isMomentary = ["controller_restart", "intrusion", "ransomware"].contains(where: fault.contains)
        let lasting = isMomentary ? "" : ", duration: 1h"
        let diagnostics = try ScenarioFixture.faults("{\(fault), at: 1m\(lasting)}").read().diagnostics
        let first = diagnostics.first.map { String($0.summary.trimmingPrefix(/.*east-lost.yaml:/)) }
        #expect(first == line)
    }

    @Test func `offers the name that was meant`() throws {
        let fixture = ScenarioFixture.faults(
            "{kind: grey_failure, region: esat, share: 10%, at: 1m, duration: 1h}")
        #expect(try fixture.read().diagnostics.first?.help?.contains("east") == true)
    }

    @Test func `asks the plan for the assumption a fault draws from`() throws {
        let fixture = ScenarioFixture.faults("{kind: controller_restart, at: 1m}")
        let first = try #require(try fixture.read().diagnostics.first)
        #expect(first.message == "there is no assumption `controller_start`")
        #expect(first.position?.column == 12)
    }

    @Test func `knows the faults a contract excuses`() throws {
        var fixture = ScenarioFixture.expecting("never_strikes(region_outage)")
        #expect(try fixture.read().diagnostics.isEmpty)
        fixture = ScenarioFixture.expecting("never_strikes(region_outgae)")
        let first = try #require(try fixture.read().diagnostics.first)
        #expect(first.message == "there is no fault `region_outgae`")
        #expect(first.help?.contains("region_outage") == true)
    }

    static let security: [(String, String)] = [
        ("kind: intrusion", "9:5: DR006 a fault needs `context`"),
        (
            "kind: ransomware, context: esat, dwell: 11d",
            "9:33: DR011 there is no context `esat`"
        ),
        ("kind: ransomware, context: east", "9:5: DR006 a fault needs `dwell`"),
    ]

    static let site: [(String, String)] = [
        (
            "kind: one_way_cut, from: east, to: wets",
            "9:41: DR011 there is no place `wets`"
        ),
        ("kind: one_way_cut, from: east", "9:5: DR006 a fault needs `to`"),
        (
            "kind: link_degradation, between: [east, west], latency: fast",
            "9:62: DR007 expected a duration, found `fast`"
        ),
        (
            "kind: link_degradation, between: [east], latency: 1s",
            "9:39: DR008 a link is between two regions"
        ),
        (
            "kind: grey_failure, region: east, share: 120%",
            "9:47: DR010 a share lies between 0% and 100%: `120%`"
        ),
        ("kind: grey_failure, share: 10%", "9:5: DR006 a fault needs one of `region`, `zone`"),
    ]

    static let platform: [(String, String)] = [
        (
            "kind: certificate_expired, context: east-context, host: app.example.com",
            "9:62: DR011 there is no DNS record for `app.example.com`"
        ),
        (
            "kind: registry_outage, context: north-context",
            "9:12: DR011 there is no assumption `image_pull_back_off`"
        ),
        ("kind: argo_self_heal, context: east-context", "9:5: DR006 a fault needs `application`"),
        ("kind: git_outage, context: east-context", "9:24: DR005 a fault has no key `context`"),
    ]

    static let application: [(String, String)] = [
        (
            "kind: crash_loop, context: east-context, deployment: backend",
            "9:12: DR011 there is no assumption `crash_back_off`"
        ),
        (
            "kind: bad_deploy, context: east-context, deployment: checkout, symptom: slow",
            "9:78: DR008 `slow` is not one of the values allowed here"
        ),
        (
            "kind: third_party_outage, third_party: stripe",
            "9:45: DR011 there is no third party `stripe`"
        ),
        ("kind: load_surge, factor: lots", "9:32: DR007 expected a number, found `lots`"),
        ("kind: load_surge, factor: 1000000000000000", "9:32: DR010 `1000000000000000` is more than 1,000"),
    ]

    static let control: [(String, String)] = [
        (
            "kind: check_hangs, signals: []",
            "9:34: DR008 a hanging check needs at least one signal"
        )
    ]
}
