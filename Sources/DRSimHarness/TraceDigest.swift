import Crypto
package import DRSimTrace

/// The SHA-256 of a trace's canonical bytes: two trials that went alike have the same.
package struct TraceDigest: Hashable, Sendable, CustomStringConvertible {
    /// The digest in lower-case hexadecimal, 64 digits.
    package let hexadecimal: String

    /// Computes the digest of a trace.
    package init(of trace: Trace) {
        let hash = SHA256.hash(data: CanonicalEncoder.encode(trace))
        let digits = Array("0123456789abcdef".utf8)
        let text = hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        hexadecimal = String(decoding: text, as: UTF8.self)
    }

    package var description: String { hexadecimal }
}
