import DRSimUnits

/// Writes since an instant at a steady rate, counted from the flow's start: looking at it in between,
/// or ending it and going on at the same rate, changes no position.
struct WriteFlow: Hashable, Sendable {
    let from: Instant
    let start: ByteCount
    /// What was written before the start beyond whole bytes, in parts of a byte as long as `per` has
    /// milliseconds.
    private var carry: Int64 = 0
    /// How many bytes are written in the time `per`.
    let bytes: Int64
    private let per: Span

    init(from: Instant, start: ByteCount, bytes: Int64 = 0, per: Span = .seconds(1)) {
        precondition(bytes >= 0 && per > .zero, "\(bytes) bytes in \(per) is no rate")
        (self.from, self.start, self.bytes, self.per) = (from, start, bytes, per)
    }

    /// The position at an instant, rounded down to the byte.
    func position(at instant: Instant) -> ByteCount { progress(at: instant).position }

    /// What is written from an instant on, at another rate.
    func continued(at instant: Instant, bytesPerSecond: Int64) -> WriteFlow {
        let (position, carry) = progress(at: instant)
        var flow = WriteFlow(from: instant, start: position, bytes: bytesPerSecond)
        if per == flow.per { flow.carry = carry }
        return flow
    }

    /// The same flow behind a record that was written between two of its bytes.
    func following(record: ByteCount) -> WriteFlow {
        var flow = WriteFlow(from: from, start: start + record, bytes: bytes, per: per)
        flow.carry = carry
        return flow
    }

    private func progress(at instant: Instant) -> (position: ByteCount, carry: Int64) {
        let passed = Int128(max(0, (instant - from).milliseconds))
        // Years at a high rate do not fit 64 bits in parts of bytes.
        let (written, rest) = (Int128(carry) + Int128(bytes) * passed)
            .quotientAndRemainder(dividingBy: Int128(per.milliseconds))
        return (start + ByteCount(Int64(written)), Int64(rest))
    }
}
