import Testing

/// A scenario says why it exists and stands where it is looked for; that each is run is held by the tests
/// of the harness, which run every file of the folder.
struct ScenarioRegistrationTests {
    @Test func `every scenario file opens with a comment that says what it shows and why`() throws {
        let files = try ["scenarios/disasters", "scenarios/negative"].flatMap {
            try SourceTree.files(below: $0, ending: ".yaml")
        }
        #expect(!files.isEmpty)
        for file in files {
            let comment = file.lines.prefix { $0.hasPrefix("#") }.joined(separator: " ")
            #expect(comment.count > 60, "\(file.path) does not say what it shows and why")
        }
    }

    @Test func `every scenario file stands where tests run it`() throws {
        let homes = ["scenarios/disasters/", "scenarios/negative/", "scenarios/itdo-erp/"]
        let strays = try SourceTree.files(below: "scenarios", ending: ".yaml").map(\.path).filter { path in
            !homes.contains { path.hasPrefix($0) }
                || path.hasPrefix(homes[1]) && path.split(separator: "/").count != 3
        }
        #expect(strays == [])
    }

    @Test func `every scenario file stands in a family`() throws {
        for file in try SourceTree.files(below: "scenarios/disasters", ending: ".yaml") {
            #expect(file.path.split(separator: "/").count == 4, "\(file.path) has no family folder")
        }
    }
}
