import ArgumentParser
import DRSimTestSupport
import Testing

@testable import DRSimCLI

extension TemporaryFolder {
    /// Begins a plan of one's own in the folder `mine`, from the two-region template, with pieces of one of
    /// its files replaced; each piece must be there.
    func beginPlan(replacing pieces: [(piece: String, other: String)], in file: String) throws {
        var command = try DRSim.parseAsRoot(["init", "\(path)/mine"])
        try command.run()
        var text = try text(of: "mine/\(file)")
        for (piece, other) in pieces {
            #expect(text.contains(piece), "\(piece)")
            text = text.replacing(piece, with: other)
        }
        try write(text, to: "mine/\(file)")
    }
}
