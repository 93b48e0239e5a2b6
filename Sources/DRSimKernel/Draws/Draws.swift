/// The luck of one trial: every draw is a function of (seed, trial, entity, purpose, ordinal).
///
/// Two plans run with the same seed and trial meet the same luck wherever they ask the same
/// question, whatever else they ask. The Philox key is `mix(mix(seed) + trial)`: trials of one seed
/// never share a key. The counter holds in its low half the stream `mix(mix(entity) + purpose)`,
/// then the ordinal, then the round. `mix` is the output function of SplitMix64, a bijection.
package struct Draws: Equatable, Sendable {
    private let key: Philox.Key

    /// Creates the luck of one trial of a seed.
    package init(seed: UInt64, trial: UInt32) {
        let mixed = Self.mix(Self.mix(seed) &+ UInt64(trial))
        key = Philox.Key(UInt32(truncatingIfNeeded: mixed), UInt32(truncatingIfNeeded: mixed >> 32))
    }

    /// A number strictly between 0 and 1: the middle of one of 2^52 equal cells.
    ///
    /// `ordinal` counts the questions of one kind about one entity (the third promotion, the tenth
    /// page); `round` counts further uniforms for the same question, where one is not enough.
    package func uniform(
        entity: StreamName, purpose: StreamName, ordinal: UInt32, round: UInt32 = 0
    ) -> Double {
        let stream = Self.mix(Self.mix(entity.hash) &+ purpose.hash)
        let counter = Philox.Block(
            UInt32(truncatingIfNeeded: stream), UInt32(truncatingIfNeeded: stream >> 32), ordinal, round)
        let block = Philox.block(counter: counter, key: key)
        let bits = UInt64(block.y) << 32 | UInt64(block.x)
        return (Double(bits >> 12) + 0.5) * 0x1p-52
    }

    static func mix(_ value: UInt64) -> UInt64 {
        var mixed = value &+ 0x9e37_79b9_7f4a_7c15
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
