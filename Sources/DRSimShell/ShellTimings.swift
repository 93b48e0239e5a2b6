package import DRSimKernel

/// How long the programs take to answer.
package struct ShellTimings: Sendable {
    /// Latency by program name, such as `kubectl`; other programs answer at once.
    package var latency: [(program: String, quantity: Quantity)]
    /// How long a program waits for an address that does not answer.
    package var timeout: Quantity
    /// Bytes a second that go each way; a way without a rate takes no time.
    package var rates: [(way: TransferWay, quantity: Quantity)]

    /// Creates timings.
    package init(
        latency: [(program: String, quantity: Quantity)], timeout: Quantity,
        rates: [(way: TransferWay, quantity: Quantity)] = []
    ) {
        (self.latency, self.timeout, self.rates) = (latency, timeout, rates)
    }

    /// The latency of a program; `nil` for one that answers at once.
    func latency(of program: String) -> Quantity? {
        latency.first { $0.program == program }?.quantity
    }
}
