/// Functions the C library computes differently on processors with and without fused
/// multiply-add, here from `+`, `-`, `*`, `/`, square root and bit patterns alone.
///
/// IEEE 754 fixes each of those operations to the last bit and Swift does not fuse them, so the
/// results are the same on every machine. The polynomials are Taylor's, cut where the next term
/// lies under 2^-60 of the result: their coefficients need no table.
package enum PortableMath {
    /// The natural logarithm, at most 1 ulp from the true value; -infinity at 0, NaN below it.
    ///
    /// The argument is 2^k (1 + f) with 1 + f in [√½, √2); with s = f / (2 + f) the rest is
    /// ln(1 + f) = 2 artanh s, summed so that f enters exactly.
    package static func log(_ x: Double) -> Double {
        guard x > 0, x.isFinite else { return x == 0 ? -.infinity : x > 0 ? x : .nan }
        var (k, m) = (Int(x.exponent), x.significand)
        if m > 0x1.6a09e667f3bcdp0 { (k, m) = (k + 1, m / 2) }
        let f = m - 1
        let s = f / (2 + f)
        let half = f * f / 2
        let series = s * (half + evaluate(artanhTail, at: s * s))
        let exponent = Double(k)
        return exponent * ln2High - ((half - (series + exponent * ln2Low)) - f)
    }

    /// The exponential function, at most 1 ulp from the true value, subnormal results included;
    /// infinity above 709.78, 0 below -745.13.
    ///
    /// The argument is k ln 2 + r with |r| at most ln 2 / 2.
    package static func exp(_ x: Double) -> Double {
        guard !x.isNaN else { return .nan }
        if x > 0x1.62e42fefa39efp9 { return .infinity }
        if x < -0x1.74910d52d3051p9 { return 0 }
        let k = Int((x * 0x1.71547652b82fep0).rounded())
        let high = x - Double(k) * ln2High
        let low = Double(k) * ln2Low
        let r = high - low
        let lost = (high - r) - low
        let power = 1 + (r + (lost + r * r * evaluate(exponentialTail, at: r)))
        return scaled(power, byPowerOfTwo: k)
    }

    /// ln 2 to 32 bits, so that its product with an exponent is exact.
    private static let ln2High = 0x1.62e42feep-1
    /// What `ln2High` lacks of ln 2.
    private static let ln2Low = 0x1.a39ef35793c76p-33

    /// 2 artanh s = 2s + s · tail(s²): the coefficients 0, 2/3, 2/5 … 2/25.
    private static let artanhTail = [0] + (1...12).map { 2 / Double(2 * $0 + 1) }

    /// exp r = 1 + r + r² · tail(r): the coefficients 1/2!, 1/3! … 1/14!.
    private static let exponentialTail = (2...14).map { order in
        1 / Double((2...order).reduce(1, *))
    }

    /// Horner's rule, coefficients from the constant term upwards.
    static func evaluate(_ coefficients: [Double], at x: Double) -> Double {
        coefficients.reversed().reduce(0) { $0 * x + $1 }
    }

    /// `x` · 2^k in two exact factors, so that a subnormal result is rounded once.
    private static func scaled(_ x: Double, byPowerOfTwo k: Int) -> Double {
        let half = k / 2
        return x * powerOfTwo(half) * powerOfTwo(k - half)
    }

    private static func powerOfTwo(_ k: Int) -> Double {
        Double(sign: .plus, exponentBitPattern: UInt(1_023 + k), significandBitPattern: 0)
    }
}
