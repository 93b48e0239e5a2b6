import DRSimDocument
package import DRSimUnits

/// Shares of a whole: `12.5%`.
enum ShareSyntax {
    static func read(_ scalar: DocumentNode.Scalar) throws(ScalarError) -> Share {
        let text = scalar.text
        if text.hasPrefix("-") { throw outside(text) }
        guard let number = DecimalText(text[...]) else {
            throw .expected("a share such as `12.5%`", scalar)
        }
        if number.unit.isEmpty {
            throw ScalarError(.missingUnit, "`\(text)` has no unit", help: "did you mean `\(text)%`?")
        }
        guard number.unit == "%" else { throw .expected("a share such as `12.5%`", scalar) }
        do throws(DecimalText.Failure) {
            let share = Share(partsPerMillion: try number.scaled(by: 10_000))
            if share <= .all { return share }
        } catch {
            throw error.explained("the share `\(text)`", finest: "a millionth")
        }
        throw outside(text)
    }

    private static func outside(_ text: String) -> ScalarError {
        ScalarError(.outOfRange, "a share lies between 0% and 100%: `\(text)`")
    }
}

extension ScalarSyntax where Value == Share {
    /// A share of a whole.
    package static var share: ScalarSyntax<Share> { Self(placeholder: .none, read: ShareSyntax.read) }
}
