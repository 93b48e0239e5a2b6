/// An event as the simulator has them: an enum of small integers, 13 bytes in slots of 16.
///
/// Stands in for the world's own event type; `hold.cpp` has the same four kinds.
enum HoldEvent {
    case poll(loop: UInt32, round: UInt32)
    case podReady(cluster: UInt32, pod: UInt32, generation: UInt32)
    case linkChanged(from: UInt32, to: UInt32, round: UInt32)
    case acknowledged(page: UInt32, person: UInt32, round: UInt32)

    /// The kind of the event with the given number; kinds take turns.
    init(number: UInt32) {
        switch number % 4 {
        case 0: self = .poll(loop: number, round: 0)
        case 1: self = .podReady(cluster: 1, pod: number, generation: 0)
        case 2: self = .linkChanged(from: 2, to: number, round: 0)
        default: self = .acknowledged(page: 3, person: number, round: 0)
        }
    }

    /// The event that takes its place, and what it adds to the checksum.
    var handled: (next: HoldEvent, value: UInt64) {
        switch self {
        case .poll(let loop, let round):
            (.poll(loop: loop, round: round &+ 1), UInt64(loop) &+ UInt64(round))
        case .podReady(let cluster, let pod, let generation):
            (
                .podReady(cluster: cluster, pod: pod, generation: generation &+ 1),
                UInt64(cluster) &+ (UInt64(pod) ^ UInt64(generation))
            )
        case .linkChanged(let from, let to, let round):
            (.linkChanged(from: from, to: to, round: round &+ 2), UInt64(from) &+ UInt64(to) &+ UInt64(round))
        case .acknowledged(let page, let person, let round):
            (
                .acknowledged(page: page, person: person, round: round &+ 3),
                UInt64(page) &+ (UInt64(person) ^ UInt64(round))
            )
        }
    }
}
