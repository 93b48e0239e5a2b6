/// The counter-based generator Philox4x32-10: a keyed bijection of 128-bit blocks.
///
/// Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3" (SC11). There is no
/// state to advance: any block of the sequence is computed from its counter alone.
package enum Philox {
    /// A counter, or what it is turned into: four words, lowest first.
    package typealias Block = SIMD4<UInt32>
    /// What chooses the bijection: two words, lowest first.
    package typealias Key = SIMD2<UInt32>

    /// The ten rounds over one counter.
    package static func block(counter: Block, key: Key) -> Block {
        var (block, key) = (round(counter, key: key), key)
        for _ in 1..<10 {
            key &+= Key(0x9e37_79b9, 0xbb67_ae85)
            block = round(block, key: key)
        }
        return block
    }

    private static func round(_ block: Block, key: Key) -> Block {
        let first = UInt32(0xd251_1f53).multipliedFullWidth(by: block.x)
        let second = UInt32(0xcd9e_8d57).multipliedFullWidth(by: block.z)
        return Block(
            second.high ^ block.y ^ key.x, second.low, first.high ^ block.w ^ key.y, first.low)
    }
}
