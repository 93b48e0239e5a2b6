import DRSimUnits

/// Bytes a command moves before it answers.
struct TransferLoad: Hashable, Sendable {
    let size: ByteCount
    let way: TransferWay
}

/// Which way bytes go.
package enum TransferWay: String, CaseIterable, Hashable, Sendable {
    /// From where the command is typed to the object store.
    case upload
    /// From the object store to where the command is typed.
    case download
    /// Within the object store.
    case copy
}
