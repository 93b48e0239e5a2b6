import Testing

/// Every command of the document, section by section, by its effect or its refusal.
@Suite struct DocumentCommandTests {
    static let sections: [[DocumentCommand]] = [
        FailoverControllerCommands.database, FailoverControllerCommands.region, DatabaseRecoveryCommands.all,
        ApplicationRecoveryCommands.all, RegionFailoverCommands.all, PointInTimeCommands.all,
    ]

    @Test(arguments: sections + [PointInTimeCommands.inTheCluster])
    func `does as the document has it what its text can do`(section: [DocumentCommand]) throws {
        let outcomes = try DocumentCommand.outcomes(of: section, at: nil)
        for (command, outcome) in zip(section, outcomes) {
            #expect(outcome == command.literal, "\(command.line)")
        }
    }

    @Test(arguments: sections)
    func `is accepted with every name made right`(section: [DocumentCommand]) throws {
        let outcomes = try DocumentCommand.outcomes(of: section, at: "l3-named")
        for (command, outcome) in zip(section, outcomes) {
            #expect(outcome == command.named, "\(command.line)")
            if case .refused = outcome { Issue.record("\(command.line) is refused") }
        }
    }
}
