/// What an API server answers when it refuses, in its own words.
package struct APIError: Error, Hashable, Sendable {
    /// The machine-readable reason of the answer's `Status`.
    package let reason: Reason
    /// The message of the answer's `Status`.
    package let message: String
    /// What an `Invalid` answer is about; `nil` for any other.
    let subject: Subject?

    /// Reasons of refusal; raw values are the API's.
    package enum Reason: String, Hashable, Sendable, CustomStringConvertible {
        case alreadyExists = "AlreadyExists"
        case badRequest = "BadRequest"
        case conflict = "Conflict"
        case invalid = "Invalid"
        case methodNotAllowed = "MethodNotAllowed"
        case notFound = "NotFound"
        case serviceUnavailable = "ServiceUnavailable"
        case unsupportedMediaType = "UnsupportedMediaType"

        /// The reason as the API writes it.
        package var description: String { rawValue }
    }

    struct Subject: Hashable, Sendable {
        let kind, name, details: String
    }

    /// Creates an error.
    package init(_ reason: Reason, _ message: String) {
        (self.reason, self.message, subject) = (reason, message, nil)
    }

    /// What `kubectl` prints on its error stream.
    package var commandLineText: String {
        guard let subject else {
            return reason == .invalid
                ? "The request is invalid: \(message)" : "Error from server (\(reason)): \(message)"
        }
        return "The \(subject.kind) \"\(subject.name)\" is invalid: \(subject.details)"
    }
}

extension APIError {
    /// No object of this name.
    static func notFound(_ type: ResourceType, _ name: String) -> APIError {
        APIError(.notFound, "\(type.qualifiedPlural) \"\(name)\" not found")
    }

    /// There is such an object.
    static func alreadyExists(_ type: ResourceType, _ name: String) -> APIError {
        APIError(.alreadyExists, "\(type.qualifiedPlural) \"\(name)\" already exists")
    }

    /// The type does not have the subresource or verb asked for.
    static let unknownResource = APIError(
        .notFound, "the server could not find the requested resource")

    /// A number of the request that does not fit the type the server decodes it to.
    static func undecodable(_ kind: String, _ version: String, _ what: String) -> APIError {
        APIError(
            .badRequest,
            "\(kind) in version \"\(version)\" cannot be handled as a \(kind): \(unread(kind, what))")
    }

    /// A patch after which the object cannot be decoded, as it is shown, and why.
    static func undecodablePatch(_ patch: String, _ reason: String) -> APIError {
        let quoted = patch.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return APIError(.invalid, "patch: Invalid value: \"\(quoted)\": \(reason)")
    }

    /// How the decoder says what it cannot read into a kind.
    static func unread(_ kind: String, _ what: String) -> String {
        "json: cannot unmarshal " + what.replacing("field spec", with: "field \(kind)Spec.spec")
    }

    /// The object breaks rules; several are listed as the API lists them.
    static func invalid(_ type: ResourceType, _ name: String, _ violations: [FieldViolation]) -> APIError {
        let texts = violations.map { "\($0.path): \($0.text)" }
        let details = texts.count == 1 ? texts.joined() : "[\(texts.joined(separator: ", "))]"
        let kind = type.group.isEmpty ? type.kind : "\(type.kind).\(type.group)"
        return APIError(
            reason: .invalid, message: "\(kind) \"\(name)\" is invalid: \(details)",
            subject: Subject(kind: type.kind, name: name, details: kubectlDetails(texts)))
    }

    private init(reason: Reason, message: String, subject: Subject) {
        (self.reason, self.message, self.subject) = (reason, message, subject)
    }

    /// kubectl prints one violation on the line and several as a list below it.
    private static func kubectlDetails(_ texts: [String]) -> String {
        texts.count == 1 ? texts.joined() : texts.map { "\n* \($0)" }.joined()
    }
}

/// A rule an object breaks, and where.
struct FieldViolation: Hashable, Sendable {
    let path: String
    let text: String

    static func required(_ path: String, _ why: String = "") -> FieldViolation {
        FieldViolation(path: path, text: why.isEmpty ? "Required value" : "Required value: \(why)")
    }

    static func invalid(_ path: String, _ value: String, _ why: String) -> FieldViolation {
        FieldViolation(path: path, text: "Invalid value: \(value): \(why)")
    }
}
