import DRSimDocument
import DRSimFiles
import Testing

/// Whatever is done to a file, it is read or refused with a place inside it.
struct MutationTests {
    /// A sequence of numbers that is the same on every run.
    private struct Numbers {
        var state: UInt64

        mutating func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(max(1, bound)))
        }
    }

    private static let pool = Array("{}[]:,-&*!|>'\"#%@`?\n\t \\019.~=é東".unicodeScalars)

    private static func mutated(_ text: String, _ numbers: inout Numbers) -> String {
        var scalars = Array(text.unicodeScalars)
        for _ in 0...numbers.below(4) {
            let place = numbers.below(scalars.count)
            switch numbers.below(3) {
            case 0: scalars.removeSubrange(place..<min(scalars.count, place + 1 + numbers.below(12)))
            case 1: scalars.insert(pool[numbers.below(pool.count)], at: place)
            default:
                scalars.insert(contentsOf: scalars[place...].prefix(20), at: numbers.below(scalars.count))
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }

    @Test(arguments: PlanFixture.shop.keys.sorted()) func `reads or refuses any text`(file: String) throws {
        var numbers = Numbers(state: 42)
        let original = try #require(PlanFixture.shop[file])
        for _ in 0..<100 {
            let text = Self.mutated(original, &numbers)
            do throws(Diagnostic) {
                _ = try YAMLReader(text, file: file).documents()
            } catch {
                var sources = SourceTexts()
                sources[file] = text
                let place = try #require(error.position)
                #expect(
                    sources.line(at: place) != nil, "\(error.message) at \(place) of \(text.debugDescription)"
                )
            }
        }
    }
}
