import Testing

@testable import DRSimCLI

struct ClassifyLinesTests {
    private func snapshot(primary: String = "true", replica: String = "true", pods: String = "100") -> String
    {
        """
        {"primary_database":{"healthy":\(primary)},"replica_database":{"healthy":\(replica)},\
        "application_pods":{"healthy_percentage":\(pods)},"ingress_controller":{"healthy":true},\
        "dns_resolution":{"cross_region_healthy":true},"storage_systems":{"healthy":true},\
        "network_connectivity":{"healthy":true}}
        """
    }

    @Test func `names the disaster and the rule on one line`() throws {
        let answer = ClassifyCommand.answer(snapshot(primary: "false", replica: "false"))
        guard case .lines(let lines) = answer else {
            Issue.record("no line but \(answer)")
            return
        }
        #expect(lines.count == 1)
        #expect(lines[0].hasPrefix(#"{"disaster":"region_failure","rule":""#))
    }

    @Test func `says null where nothing is wrong`() {
        #expect(ClassifyCommand.answer(snapshot()) == .lines([#"{"disaster":null}"#]))
    }

    @Test(arguments: [
        ("[]", "a health snapshot is a JSON object"), ("{}", "primary_database is missing"),
        (#"{"primary_database":{}}"#, "primary_database.healthy is missing"),
        (#"{"primary_database":{"healthy":1}}"#, "primary_database.healthy must be true or false"),
    ])
    func `answers a bad line with what is wrong and no output line`(line: String, message: String) {
        #expect(ClassifyCommand.answer(line) == .error(message))
    }

    @Test(arguments: ["101", "-1", "\"50\"", "null"])
    func `refuses a percentage outside its range`(pods: String) {
        let message = "application_pods.healthy_percentage must be a number from 0 to 100"
        #expect(ClassifyCommand.answer(snapshot(pods: pods)) == .error(message))
    }
}
