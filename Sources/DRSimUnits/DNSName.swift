/// Names of DNS, as name servers read them.
package enum DNSName {
    /// A name as names are compared: in lower case, without a final dot (RFC 4343), and with the asterisk
    /// that Route 53 prints as `\052`.
    package static func normalised(_ name: String) -> String {
        guard !isNormalised(name.utf8) else { return name }
        let lower = name.lowercased().replacing(escapedAsterisk, with: "*")
        return lower.hasSuffix(".") ? String(lower.dropLast()) : lower
    }

    /// A normalised name as Route 53 prints it.
    package static func printed(_ name: String) -> String {
        name.replacing("*", with: escapedAsterisk) + "."
    }

    /// The name whose records answer for a name: its own if there is such a name, else the wildcard right
    /// below the nearest name above it that there is, whether that has records or not (RFC 4592, 3.3.1). A
    /// name that stands above one with records is there, too. All are normalised.
    package static func owner(of name: String, among names: [String]) -> String {
        var nearest = name[...]
        while !names.contains(where: { $0 == nearest || $0.hasSuffix("." + nearest) }) {
            guard let dot = nearest.firstIndex(of: ".") else { return name }
            nearest = nearest[dot...].dropFirst()
        }
        return nearest == name ? name : "*." + nearest
    }

    /// Whether normalising would leave a name as it is, without the allocations of doing it: nearly every
    /// name already is, and each event of a trial asks.
    private static func isNormalised(_ name: String.UTF8View) -> Bool {
        name.last != UInt8(ascii: ".")
            && name.allSatisfy {
                $0 < 0x80 && $0 != UInt8(ascii: "\\")
                    && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
            }
    }

    private static let escapedAsterisk = "\\052"
}
