package import DRSimKernel
package import DRSimUnits

/// The simulated command line: the programs the plan's procedures type, acting on the simulated
/// infrastructure and answering as the real ones do.
package struct Shell: Sendable {
    /// How long commands take.
    package var timings: ShellTimings

    /// Creates a shell.
    package init(timings: ShellTimings) { self.timings = timings }

    /// Starts a command: its dates are filled in and its arguments read. What is wrong with them it says when
    /// it answers.
    package func start(
        _ argv: [String], input: String? = nil, in session: ShellSession, on infrastructure: Infrastructure,
        at began: Instant
    ) -> StartedCommand {
        let argv = CommandSubstitution.replaced(in: argv, at: infrastructure.start + (began - .start))
        do throws(CommandFailure) {
            return StartedCommand(program: .success(try program(argv, session)), argv, input, began)
        } catch {
            return StartedCommand(program: .failure(error), argv, input, began)
        }
    }

    /// How long a command will take if nothing changes meanwhile: its drawn latency, or the
    /// time-out where what it addresses does not answer; `nil` for one that never returns.
    ///
    /// - Parameters:
    ///   - stream: who types it for what; part of the draw's key, so that others' commands move nothing.
    ///   - ordinal: the how manieth of its stream it is.
    package func expectedDelay(
        of command: StartedCommand, in session: ShellSession, on infrastructure: Infrastructure,
        at now: Instant, draws: Draws, stream: StreamName, ordinal: UInt32
    ) -> Span? {
        guard case .success(let program) = command.program else { return .zero }
        let scope = CommandScope(
            session: session, infrastructure: infrastructure, effects: InfrastructureEffects(),
            input: command.input, now: now, draws: draws, began: now, ordinal: ordinal)
        let latency = timings.latency(of: command.name)?.span(draws, of: stream, ordinal: ordinal) ?? .zero
        switch program.wait(in: scope) {
        case .forAnswer: return latency
        case .forTransfer(let load):
            let rate = timings.rates.first { $0.way == load.way }?.quantity
            return latency + (rate?.span(for: load.size, draws, of: stream, ordinal: ordinal) ?? .zero)
        case .forWork(let span): return latency + span
        case .inVain(let patience):
            let timeout = timings.timeout.span(draws, of: stream, ordinal: ordinal)
            return patience.map { min($0, timeout) } ?? timeout
        case .forChange(let patience): return patience
        }
    }

    /// Carries a command out at the instant it answers, and says what it printed.
    package func finish(
        _ command: StartedCommand, in session: inout ShellSession, on infrastructure: inout Infrastructure,
        at now: Instant, draws: Draws, effects: inout InfrastructureEffects
    ) -> CommandResult {
        do throws(CommandFailure) {
            let program = try command.program.get()
            var scope = CommandScope(
                session: session, infrastructure: infrastructure, effects: effects, input: command.input,
                now: now, draws: draws, began: command.began)
            defer {
                (session, infrastructure, effects) = (scope.session, scope.infrastructure, scope.effects)
            }
            return try program.run(in: &scope)
        } catch {
            return error.result
        }
    }

    /// What of a command line the simulated programs cannot do, as far as its words show: a program, a
    /// subcommand, an option.
    package func gap(in argv: [String], of session: ShellSession) -> String? {
        do throws(CommandFailure) {
            return try program(argv, session).gap
        } catch {
            return error.result.gap
        }
    }

    /// The program a command line names, with its arguments read.
    private func program(
        _ argv: [String], _ session: ShellSession
    ) throws(CommandFailure) -> any Program {
        let arguments = argv.dropFirst()
        switch argv.first {
        case "kubectl": return try Kubectl(arguments: arguments, session: session)
        case "aws": return try AWS(arguments: arguments, session: session)
        case "argocd": return try ArgoCD(arguments: arguments, session: session)
        case "curl": return try Curl(arguments: arguments, session: session)
        case "tar": return try Tar(arguments: arguments, session: session)
        case "psql": return try Psql(arguments: arguments, session: session)
        case let name: throw .notSimulated(name.map { $0.isEmpty ? "no program" : $0 } ?? "no program")
        }
    }
}
