extension Scenario {
    /// The level of a plan without any overlay, in contracts and on the command line.
    package static let asWritten = "as-written"
}
