import DRSimUnits
import Testing

struct IdentifierTests {
    @Test func `is its name, typed by what it names`() {
        let region: RegionID = "us-west-2"
        #expect(region.name == "us-west-2")
        #expect(region.description == "us-west-2")
        #expect(region == RegionID("us-west-2"))
        #expect(Set([region, "us-west-2", "us-east-1"]).count == 2)
    }

    @Test func `sorts by name`() {
        let sorted: [ServiceID] = ["b", "a", "aa", "B"].sorted()
        #expect(sorted == ["B", "a", "aa", "b"])
    }
}
