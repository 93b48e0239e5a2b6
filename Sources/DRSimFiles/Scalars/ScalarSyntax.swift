package import DRSimDocument

/// How a scalar's text becomes a value, and the value that stands in after an error.
///
/// Whatever was read with an error is dropped at the end, so a placeholder never leaves the reader;
/// it only lets the rest of the file be read and its errors be found.
package struct ScalarSyntax<Value> {
    /// Stands in for a value that could not be read.
    let placeholder: Value
    /// Reads the value.
    package let read: (DocumentNode.Scalar) throws(ScalarError) -> Value
}

/// Why a scalar is not what it should be.
package struct ScalarError: Error, Equatable {
    /// What kind of error it is.
    package var code: Diagnostic.Code
    var message: String
    /// What to write instead.
    package var help: String?

    init(_ code: Diagnostic.Code, _ message: String, help: String? = nil) {
        (self.code, self.message, self.help) = (code, message, help)
    }

    /// The text is something else altogether.
    static func expected(_ what: String, _ scalar: DocumentNode.Scalar, help: String? = nil) -> ScalarError {
        let found = scalar.isQuoted ? "the text \"\(scalar.text)\"" : "`\(scalar.text)`"
        return ScalarError(.wrongType, "expected \(what), found \(found)", help: help)
    }
}
