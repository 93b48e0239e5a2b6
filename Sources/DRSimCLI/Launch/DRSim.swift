import ArgumentParser

/// The root of the command line.
struct DRSim: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drsim",
        abstract: "Rehearses a disaster-recovery plan in simulation: time, data, dollars.",
        discussion: """
            Somebody with a plan of their own begins:
              drsim init mine
            A planner asks what happens, and what if:
              drsim run scenarios/disasters/database/primary-crash.yaml
              drsim compare SCENARIO --overlay l3-named --overlay l4-remediated
              drsim exec SCENARIO --at 15m -- kubectl get pods -n production
            A CI job wants pass or fail:
              drsim test scenarios/disasters --format junit -o drsim.xml
            A DR manager owes a report:
              drsim report quarter 2026Q4

            Exit codes: 0 done, 1 an expectation failed, 2 bad usage or input,
            3 could not run, 4 nothing selected, 130 interrupted.
            """,
        version: Version.line,
        subcommands: [
            InitCommand.self, RunCommand.self, CompareCommand.self, TestCommand.self, ReportCommand.self,
            ListCommand.self,
            CheckCommand.self, FindingsCommand.self, ExecCommand.self, ClassifyCommand.self,
            DecideCommand.self,
            ScheduleCommand.self,
        ])
}
