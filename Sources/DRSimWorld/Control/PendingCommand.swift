import DRSimControl
import DRSimPlan
import DRSimTrace

/// A command that was typed and has not answered yet.
struct PendingCommand: Sendable {
    /// Who typed it.
    let issuer: Issuer
    /// The controller's process at the time.
    let incarnation: Int32
    /// The request it answers.
    let token: Token
    /// What was typed.
    let command: Command
    /// The fact of the step it belongs to.
    let cause: FactID?

    /// Who types commands.
    enum Issuer: String, Hashable, Sendable {
        case controller
        case responders
    }
}

/// A message on its way to the people of a channel.
struct PendingMessage: Sendable {
    /// The channel.
    let channel: String
    /// Whom it is for.
    let audience: Notice.Audience
}
