/// Rules for the names of objects (D12).
enum ObjectName {
    /// What is wrong with an object's name; `nil` if nothing is.
    static func violation(_ name: String, of type: ResourceType) -> FieldViolation? {
        switch type {
        case .namespaces: label(name)
        case .services: serviceLabel(name)
        default: subdomain(name)
        }
    }

    private static func subdomain(_ name: String) -> FieldViolation? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard name.utf8.count > 253 || !parts.allSatisfy(isLabel) else { return nil }
        return .invalid(
            "metadata.name", "\"\(name)\"",
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', "
                + "and must start and end with an alphanumeric character (e.g. 'example.com', regex used for "
                + "validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')")
    }

    private static func label(_ name: String) -> FieldViolation? {
        guard name.utf8.count > 63 || !isLabel(name[...]) else { return nil }
        return .invalid(
            "metadata.name", "\"\(name)\"",
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must "
                + "start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used "
                + "for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')")
    }

    private static func serviceLabel(_ name: String) -> FieldViolation? {
        let startsWithLetter = name.utf8.first.map { (97...122).contains($0) } ?? false
        guard name.utf8.count > 63 || !isLabel(name[...]) || !startsWithLetter else { return nil }
        return .invalid(
            "metadata.name", "\"\(name)\"",
            "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an "
                + "alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or "
                + "'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')")
    }

    /// Lower-case letters, digits and hyphens, with no hyphen at either end.
    private static func isLabel(_ text: Substring) -> Bool {
        guard !text.isEmpty, text.first != "-", text.last != "-" else { return false }
        return text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }
}
