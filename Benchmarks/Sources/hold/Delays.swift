import Glibc

/// Exponential delays of mean 1 s in milliseconds, drawn before the clock starts.
struct Delays {
    private let milliseconds: [Int64]
    private var position = 0

    /// Draws the table from a 64-bit linear congruential generator, as `hold.cpp` does.
    init(count: Int = 1 << 16) {
        var state: UInt64 = 42
        milliseconds = (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let uniform = (Double(state >> 12) + 0.5) * 0x1p-52
            return Int64(-log(uniform) * 1_000)
        }
    }

    /// The next delay; the table is read round and round.
    mutating func next() -> Int64 {
        let delay = milliseconds[position]
        position = (position + 1) & (milliseconds.count - 1)
        return delay
    }
}
