// The hold model of `Benchmarks/` measures the agenda with the world's own event type. Another
// package sees only what is public, and the parts' events are not: this is what it needs of them.

extension WorldEvent {
    /// An event for the hold model: four of the world's kinds take turns by number.
    public static func held(number: UInt32) -> WorldEvent {
        let number = Int32(bitPattern: number & 0x7fff_ffff)
        switch number % 4 {
        case 0: return WorldEvent(cause: 0, action: .poll(generation: number))
        case 1: return WorldEvent(cause: 1, action: .serviceCrosses(number, generation: 0))
        case 2: return WorldEvent(cause: 2, action: .commandAnswers(number))
        default: return WorldEvent(cause: 3, action: .messageArrives(number))
        }
    }

    /// The event that takes its place in the hold model, and what it adds to a checksum.
    public var heldAgain: (next: WorldEvent, value: UInt64) {
        var next = self
        next.cause &+= 1
        let value = UInt64(UInt32(bitPattern: cause))
        switch action {
        case .poll(let generation): return (next, value &+ UInt64(UInt32(bitPattern: generation)))
        case .serviceCrosses(let service, let generation):
            next.action = .serviceCrosses(service, generation: generation &+ 1)
            return (next, value &+ UInt64(UInt32(bitPattern: service ^ generation)))
        case .commandAnswers(let command): return (next, value &+ UInt64(UInt32(bitPattern: command)))
        case .messageArrives(let message): return (next, value ^ UInt64(UInt32(bitPattern: message)))
        default: return (next, value)
        }
    }
}
