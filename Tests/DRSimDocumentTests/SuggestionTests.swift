import DRSimDocument
import Testing

struct SuggestionTests {
    @Test(arguments: [
        ("titel", "title"), ("tilte", "title"), ("Title", "title"), ("cool-down", "cool_down"),
        ("cooldown", "cool_down"), ("cool down", "cool_down"), ("rt", "rto"),
    ]) func `finds the name that was meant`(written: String, meant: String) {
        #expect(Suggestion.nearest(to: written, among: ["source", "title", "rto", "cool_down"]) == meant)
    }

    @Test(arguments: ["", "x", "colour", "an entirely different name"])
    func `keeps silent where nothing is near`(written: String) {
        #expect(Suggestion.nearest(to: written, among: ["source", "title", "cool_down"]) == nil)
    }

    @Test func `takes the first of several that are equally near`() {
        #expect(Suggestion.nearest(to: "east-d", among: ["east-a", "east-b"]) == "east-a")
    }

    @Test func `names all where none is near and they are few`() {
        #expect(Suggestion.help(for: "x", among: ["red", "green"]) == "known here: red, green")
        #expect(Suggestion.help(for: "gren", among: ["red", "green"]) == "did you mean `green`?")
        #expect(Suggestion.help(for: "x", among: []) == nil)
        #expect(Suggestion.help(for: "x", among: (1...21).map { "name \($0)" }) == nil)
    }
}
