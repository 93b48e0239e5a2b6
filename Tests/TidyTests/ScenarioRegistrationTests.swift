import Testing

/// A scenario nobody runs is an error; one that does not say why it exists, too.
struct ScenarioRegistrationTests {
    @Test func `every scenario file opens with a comment that says what it shows and why`() throws {
        let files = try SourceTree.files(below: "scenarios/disasters", ending: ".yaml")
        #expect(!files.isEmpty)
        for file in files {
            let comment = file.lines.prefix { $0.hasPrefix("#") }.joined(separator: " ")
            #expect(comment.count > 60, "\(file.path) does not say what it shows and why")
        }
    }

    @Test func `every scenario file stands in a family`() throws {
        for file in try SourceTree.files(below: "scenarios/disasters", ending: ".yaml") {
            #expect(file.path.split(separator: "/").count == 4, "\(file.path) has no family folder")
        }
    }
}
