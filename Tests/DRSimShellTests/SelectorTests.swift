import DRSimShell
import Testing

struct SelectorTests {
    static let labels = ["app": "backend", "tier": "web"]

    @Test(arguments: [
        ("app=backend", true), ("app==backend", true), ("app=frontend", false), ("app!=frontend", true),
        ("app!=backend", false), ("other!=x", true), ("app", true), ("other", false), ("!other", true),
        ("!app", false),
        ("app=backend,tier=web", true), ("app=backend,tier=db", false), ("", true), ("other=", false),
    ])
    func `labels fulfil a selector or do not`(text: String, isFulfilled: Bool) throws {
        let selector = try #require(Selector(text))
        #expect(selector.matches { Self.labels[$0] } == isFulfilled)
    }

    @Test(arguments: ["app in (a,b)", "app notin (a)", "app>1"])
    func `sets are not simulated`(text: String) {
        #expect(Selector(text) == nil)
    }
}
