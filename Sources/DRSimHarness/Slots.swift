import Dispatch
import Synchronization

/// A place for the result of each of a number of parallel computations.
final class Slots<Value: Sendable>: Sendable {
    private let storage: Mutex<[Value?]>

    private init(count: Int) {
        storage = Mutex(Array(repeating: nil, count: count))
    }

    /// The results of a computation for each number below `count`, on all processors and in their order.
    static func filled(count: Int, _ compute: @Sendable (Int) -> Value) -> [Value] {
        let slots = Slots(count: count)
        DispatchQueue.concurrentPerform(iterations: count) { slots.set($0, compute($0)) }
        return slots.values
    }

    /// Puts a result in its place.
    private func set(_ index: Int, _ value: Value) {
        storage.withLock { $0[index] = value }
    }

    /// The results in the order of their places; every place must have been filled.
    private var values: [Value] {
        storage.withLock { slots in
            slots.enumerated().map { index, value in
                guard let value else { preconditionFailure("computation \(index) left no result") }
                return value
            }
        }
    }
}
