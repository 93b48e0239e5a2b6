/// Computes something for each number from 0, on all processors, in the order of the numbers.
func eachNumber<Value: Sendable>(
    below count: UInt32, _ body: @escaping @Sendable (UInt32) -> Value
) async -> [Value] {
    await withTaskGroup(of: (UInt32, Value).self) { group in
        for number in 0..<count { group.addTask { (number, body(number)) } }
        var values: [(UInt32, Value)] = []
        for await value in group { values.append(value) }
        return values.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
