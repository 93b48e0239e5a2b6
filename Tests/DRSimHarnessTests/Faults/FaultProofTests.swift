import DRSimFiles
import DRSimPlan
import DRSimUnits
import Foundation
import Testing

/// Every kind of fault bites, is over when it ends, and is not ended by the end of another like it.
@Suite struct FaultProofTests {
    @Test func `every kind of fault a file can name has a proof, and is described`()
        throws
    {
        let names = Fault.Kind.names
        #expect(names == Self.all.reduce(into: []) { if $0.last != $1.kind.name { $0.append($1.kind.name) } })
        #expect(Set(names).count == names.count)
        let text = try String(
            contentsOf: RepositoryFiles.root.appending(path: "docs/faults.md"), encoding: .utf8)
        #expect(names.filter { !text.contains("`\($0)`") } == [])
    }

    @Test(arguments: all) func `bites when it strikes, and heals as its kind does`(_ proof: FaultProof) throws
    {
        switch proof.end {
        case .ownEnd:
            let healed = 30 + proof.patience
            #expect(try proof.isWell(at: [3, 20, healed], with: [(10, 30)]) == [true, false, true])
            #expect(try proof.isWell(at: [20], with: []) == [true])
        case .repair:
            let mended = 10 + proof.patience
            #expect(try proof.isWell(at: [3, 10, mended], with: [(10, nil)]) == [true, false, true])
        case .never:
            #expect(try proof.isWell(at: [3, 20, 170], with: [(10, nil)]) == [true, false, false])
            #expect(try proof.isWell(at: [170], with: []) == [true])
        }
    }

    @Test(arguments: all.filter { $0.end == .ownEnd })
    func `lasts until the last of two has ended, whichever began first`(_ proof: FaultProof) throws {
        let overlaps: [[FaultProof.Stretch]] = [[(10, 30), (20, 60)], [(10, 60), (20, 30)]]
        for stretches in overlaps {
            #expect(try proof.isWell(at: [55, 60 + proof.patience], with: stretches) == [false, true])
        }
    }

    /// The proofs of all kinds: a kind without one does not compile.
    static let all: [FaultProof] = {
        let world =
            SiteFault.Name.allCases.flatMap(FaultProof.proofs)
            + DatabaseFault.Name.allCases.flatMap(FaultProof.proofs)
            + PlatformFault.Name.allCases.flatMap(FaultProof.proofs)
            + ApplicationFault.Name.allCases.flatMap(FaultProof.proofs)
            + ProviderFault.Name.allCases.flatMap(FaultProof.proofs)
        let response =
            MonitoringFault.Name.allCases.flatMap(FaultProof.proofs)
            + ControlFault.Name.allCases.flatMap(FaultProof.proofs)
            + PeopleFault.Name.allCases.flatMap(FaultProof.proofs)
        return world + response + SecurityFault.Name.allCases.flatMap(FaultProof.proofs)
            + BackupFault.Name.allCases.flatMap(FaultProof.proofs)
    }()
}
