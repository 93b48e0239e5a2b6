/// Tells the answers to requests apart: an answer that carries another token than the request
/// waited for is late and is ignored.
package struct Token: Hashable, Sendable {
    /// The request's number.
    package var number: Int

    /// Creates a token.
    package init(_ number: Int) {
        self.number = number
    }

    /// The first token of a controller, and of a runbook that is carried out alone.
    package static let first = Token(1)

    /// The token after this one.
    package var next: Token { Token(number + 1) }
}
