import Testing

@testable import DRSimCLI

struct InputErrorsTests {
    @Test func `says each error once, however many scenarios share it`() {
        var errors = InputErrors()
        errors.add(InputErrors(missing: "a.yaml"))
        errors.add(InputErrors(missing: "b.yaml"))
        errors.add(InputErrors(missing: "a.yaml"))
        #expect(errors.items.count == 2)
        #expect(errors.summary == "2 errors")
        #expect(InputErrors(missing: "a.yaml").summary == "1 error")
    }

    @Test func `says of a device that it is no file`() {
        var loader = Loader()
        let error = #expect(throws: InputErrors.self) {
            _ = try loader.load(scenario: "/dev/null", variant: PlanVariant())
        }
        #expect(error?.text.contains("it is no regular file") == true)
    }

    @Test func `names every path that is not there`() {
        let error = #expect(throws: InputErrors.self) {
            try ScenarioFiles.all(of: ["/no/such/a.yaml", "/no/such/b.yaml"])
        }
        #expect(error?.text.contains("/no/such/a.yaml") == true)
        #expect(error?.text.contains("/no/such/b.yaml") == true)
    }
}
