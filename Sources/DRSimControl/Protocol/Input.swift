/// What a controller or a runbook executor is told.
package enum Input: Hashable, Sendable {
    /// The instant of the last `wake` has come; a timer that comes early or is not waited for is
    /// ignored.
    case timer
    /// What a round of health checks said.
    case health(HealthSnapshot)
    /// A health check raised, for the reason given, where the setting lets it (F14).
    case checksRaised(String)
    /// A command that a person typed is sent.
    case commandSent(Token)
    /// A command answered.
    case commandFinished(Token, CommandOutcome)
    /// Somebody answered a request for approval.
    case approval(Token, granted: Bool)
    /// People allow failovers again after one completed.
    case reset
}

/// What a command left behind.
package struct CommandOutcome: Hashable, Sendable {
    /// Its exit status; 0 is success.
    package var status: Int
    /// What it printed.
    package var stdout: String
    /// What it printed on the error stream.
    package var stderr: String

    /// Creates an outcome.
    package init(status: Int, stdout: String = "", stderr: String = "") {
        (self.status, self.stdout, self.stderr) = (status, stdout, stderr)
    }
}
