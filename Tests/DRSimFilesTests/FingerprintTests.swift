import DRSimDocument
import DRSimFiles
import Testing

struct FingerprintTests {
    private func sha256(_ fixture: PlanFixture, settings: [String] = []) throws -> String {
        try #require(fixture.read(settings: settings).value).sha256
    }

    @Test func `is the SHA-256 of the text`() {
        #expect(
            Fingerprint.sha256(of: "abc")
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test(arguments: [
        ("plan.yaml", "id: shop\ntitle: The shop", "title: The shop\nid: shop"),
        ("plan.yaml", "id: shop", "# The shop's plan.\nid: shop   # short"),
        ("plan.yaml", "title: The shop", "\n\ntitle:   \"The shop\"\n"),
        ("plan.yaml", "objectives: {rto: 4h, rpo: 1h}", "objectives:\n  rpo: 1h\n  rto: 4h"),
        ("controller.yaml", "alert_channels: [pager]", "alert_channels:\n  - pager"),
    ]) func `does not depend on how the plan is written`(file: String, piece: String, other: String) throws {
        #expect(try sha256(.replacing(piece, with: other, in: file)) == sha256(PlanFixture()))
    }

    @Test(arguments: [
        ("plan.yaml", "title: The shop", "title: Shop"), ("controller.yaml", "latch: false", "latch: true"),
        ("manifests/installed/east-context/orders.yaml", "\"on\"", "on"),
        ("manifests/installed/east-context/orders.yaml", "instances: 3", "instances: \"3\""),
    ]) func `depends on what the plan says`(file: String, piece: String, other: String) throws {
        #expect(try sha256(.replacing(piece, with: other, in: file)) != sha256(PlanFixture()))
    }

    @Test func `of a plan under a setting is that of the plan which says the same`() throws {
        let written = try sha256(.replacing("latch: false", with: "latch: true", in: "controller.yaml"))
        #expect(try sha256(PlanFixture(), settings: ["controller.latch=true"]) == written)
    }

    @Test func `of a scenario does not depend on its comments`() throws {
        let plain = try ScenarioFixture(text: ScenarioFixture.regionLost).read().result.value
        let commented = try ScenarioFixture.replacing("horizon: 24h", with: "horizon: 24h # a day").read()
            .result.value
        let longer = try ScenarioFixture.replacing("horizon: 24h", with: "horizon: 25h").read().result.value
        #expect(plain?.sha256 == commented?.sha256)
        #expect(plain?.sha256 != longer?.sha256)
    }
}
