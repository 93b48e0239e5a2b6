import DRSimKernel
import Testing

/// The known-answer vectors published with Random123 (`tests/kat_vectors`, philox4x32 10).
struct PhiloxTests {
    struct KnownAnswer: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let counter: Philox.Block
        let key: Philox.Key
        let block: Philox.Block
    }

    static let knownAnswers = [
        KnownAnswer(
            testDescription: "all zero", counter: Philox.Block(repeating: 0), key: Philox.Key(0, 0),
            block: Philox.Block(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)),
        KnownAnswer(
            testDescription: "all ones", counter: Philox.Block(repeating: .max),
            key: Philox.Key(repeating: .max),
            block: Philox.Block(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)),
        KnownAnswer(
            testDescription: "digits of pi",
            counter: Philox.Block(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
            key: Philox.Key(0xa409_3822, 0x299f_31d0),
            block: Philox.Block(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)),
    ]

    @Test(arguments: knownAnswers)
    func `gives the published answers`(known: KnownAnswer) {
        #expect(Philox.block(counter: known.counter, key: known.key) == known.block)
    }
}
