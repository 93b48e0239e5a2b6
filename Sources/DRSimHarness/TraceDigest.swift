import Crypto
package import DRSimTrace
import DRSimUnits

/// The SHA-256 of a trace's canonical bytes: two trials that went alike have the same.
package struct TraceDigest: Hashable, Sendable, CustomStringConvertible {
    /// The digest in lower-case hexadecimal, 64 digits.
    package let hexadecimal: String

    /// Computes the digest of a trace.
    package init(of trace: Trace) {
        hexadecimal = SHA256.hash(data: CanonicalEncoder.encode(trace)).hexadecimal
    }

    package var description: String { hexadecimal }
}
