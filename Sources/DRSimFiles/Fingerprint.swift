import Crypto
import DRSimUnits

/// What identifies a text.
package enum Fingerprint {
    /// The SHA-256 of a text in UTF-8, in lower-case hexadecimal digits.
    package static func sha256(of text: String) -> String {
        SHA256.hash(data: Array(text.utf8)).hexadecimal
    }
}
