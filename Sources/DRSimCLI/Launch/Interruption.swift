import Foundation
import Synchronization

/// Ctrl-C while a series of trials runs: the first lets the trial in hand end and keeps what is done,
/// a second ends the process at once.
enum Interruption {
    private static let requested = Atomic<Bool>(false)

    /// From now on the first Ctrl-C is noted instead of ending the process.
    static func watch() {
        // Touched here, so that the handler has nothing left to initialise.
        requested.store(false, ordering: .relaxed)
        signal(SIGINT) { _ in
            Interruption.requested.store(true, ordering: .relaxed)
            signal(SIGINT, SIG_DFL)
        }
    }

    /// Whether the user has asked to stop.
    static var isRequested: Bool { requested.load(ordering: .relaxed) }

    /// Ends the command if the user has asked to stop; says what was done until then.
    static func check(_ done: @autoclosure () -> String) throws {
        guard isRequested else { return }
        throw CommandFailure(status: .interrupted, message: "\ninterrupted: \(done())")
    }
}
