import DRSimKernel
import Foundation
import Testing

struct PortableMathTests {
    /// The number of representable numbers from one value to the other.
    static func ulps(_ left: Double, _ right: Double) -> Int64 {
        if left == right { return 0 }
        guard left.isFinite, right.isFinite, left.sign == right.sign else { return .max }
        let distance = left.bitPattern.subtractingReportingOverflow(right.bitPattern)
        return Int64(bitPattern: distance.partialValue).magnitude > Int64.max
            ? .max : abs(Int64(bitPattern: distance.partialValue))
    }

    static let names = (StreamName("point"), StreamName("mathematics"))

    static func uniform(_ index: Int, round: UInt32 = 0) -> Double {
        Draws(seed: 1, trial: 0).uniform(
            entity: names.0, purpose: names.1, ordinal: UInt32(index), round: round)
    }

    /// Every exponent from the least subnormal to the greatest number, mantissas drawn.
    @Test func `log lies within 2 ulp of the C library's over the whole range`() {
        let worst = (0..<60_000).map { index -> Int64 in
            let bits = UInt64(Self.uniform(index) * 0x7ff0p48)
            let x = Double(bitPattern: bits)
            return Self.ulps(PortableMath.log(x), Foundation.log(x))
        }.max()
        #expect(worst.map { $0 <= 2 } == true)
    }

    @Test func `log lies within 2 ulp of the C library's about 1`() {
        let worst = (0..<60_000).map { index -> Int64 in
            let distance = 0x1p-52 * Foundation.exp(Self.uniform(index) * 36)
            let x = Self.uniform(index, round: 1) < 0.5 ? 1 - distance / 2 : 1 + distance
            return x <= 0 ? 0 : Self.ulps(PortableMath.log(x), Foundation.log(x))
        }.max()
        #expect(worst.map { $0 <= 2 } == true)
    }

    @Test func `exp lies within 2 ulp of the C library's, subnormal results included`() {
        let worst = (0..<60_000).map { index -> Int64 in
            let x = -745.2 + Self.uniform(index) * (745.2 + 709.8)
            return Self.ulps(PortableMath.exp(x), Foundation.exp(x))
        }.max()
        #expect(worst.map { $0 <= 2 } == true)
    }

    @Test func `exp lies within 2 ulp of the C library's about 0`() {
        let worst = (0..<60_000).map { index -> Int64 in
            let size = Foundation.exp(-40 + Self.uniform(index) * 42)
            let x = Self.uniform(index, round: 1) < 0.5 ? -size : size
            return Self.ulps(PortableMath.exp(x), Foundation.exp(x))
        }.max()
        #expect(worst.map { $0 <= 2 } == true)
    }

    @Test(arguments: [
        0, -0.0, 1, .infinity, .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude,
        0x1.6a09e667f3bccp0, 0x1.6a09e667f3bcdp0, 0x1.6a09e667f3bcep0, 1 - 0x1p-53, 1 + 0x1p-52, 2, 10,
    ])
    func `log treats extremes as the C library does`(x: Double) {
        #expect(Self.ulps(PortableMath.log(x), Foundation.log(x)) <= 1)
    }

    @Test(arguments: [
        0, -0.0, 1, -1, .infinity, -.infinity, 709.782712893384, 709.7827128933841, -745.1332191019411,
        -745.1332191019412, -708.3964185322641, -708.3964185322642, -745.0, -800, 800, 1e-300, 0x1p-53,
    ])
    func `exp treats extremes as the C library does`(x: Double) {
        #expect(Self.ulps(PortableMath.exp(x), Foundation.exp(x)) <= 1)
    }

    @Test func `answers NaN outside the domain`() {
        #expect(PortableMath.log(-1).isNaN)
        #expect(PortableMath.log(-.infinity).isNaN)
        #expect(PortableMath.log(.nan).isNaN)
        #expect(PortableMath.exp(.nan).isNaN)
        #expect(PortableMath.normalQuantile(-0.1).isNaN)
        #expect(PortableMath.normalQuantile(1.1).isNaN)
        #expect(PortableMath.normalQuantile(.nan).isNaN)
    }
}
