import Synchronization

/// A place for the result of each of a number of parallel computations.
final class Slots<Value: Sendable>: Sendable {
    private let storage: Mutex<[Value?]>

    init(count: Int) {
        storage = Mutex(Array(repeating: nil, count: count))
    }

    /// Puts a result in its place.
    func set(_ index: Int, _ value: Value) {
        storage.withLock { $0[index] = value }
    }

    /// The results in the order of their places; every place must have been filled.
    var values: [Value] {
        storage.withLock { slots in
            slots.enumerated().map { index, value in
                guard let value else { preconditionFailure("computation \(index) left no result") }
                return value
            }
        }
    }
}
