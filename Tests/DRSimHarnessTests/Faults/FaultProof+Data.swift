import DRSimHarness
import DRSimPlan
import DRSimTrace
import DRSimUnits
import DRSimWorld

// Proofs for faults of databases and backups, and for intruders.

extension FaultProof {
    private static let context = "prod-cluster"

    static func proofs(of name: DatabaseFault.Name) -> [FaultProof] {
        switch name {
        case .crash: [database(.crash(context: context), .served(), .repair, patience: 3)]
        case .hang: [database(.hang(context: context), .served(), .repair, patience: 5)]
        case .crashLoop: [database(.crashLoop(context: context), .served())]
        case .lagSurge:
            [database(.lagSurge(context: context, lag: .minutes(4)), .losesLess(than: .minutes(1)))]
        case .walDiskFull: [database(.walDiskFull(context: context), .served())]
        case .archiveBroken:
            [database(.archiveBroken(context: context), .goesOn(.archivingFailed, .archivingResumed))]
        case .operatorLost:
            [
                database(
                    .operatorLost(context: context),
                    .brings(.databaseWritable, within: 4, after: .database(.crash(context: context))))
            ]
        case .controlPlaneDown: [database(.controlPlaneDown(context: context), .works("kubectl get nodes"))]
        case .corruption:
            [true, false].map { isSilent in
                let damage = DataDamage(.corruption, share: .percent(10), isSilent: isSilent)
                return database(.damage(damage, context: context), .served(), .never)
            }
        case .deletion:
            [database(.damage(.init(.deletion, share: .percent(60)), context: context), .served(), .never)]
        case .migration:
            [database(.damage(.init(.migration, share: .all), context: context), .served(), .never)]
        }
    }

    private static func database(
        _ fault: DatabaseFault, _ look: Look, _ end: End = .ownEnd, patience: Int64 = 1
    ) -> FaultProof {
        FaultProof(kind: .database(fault), look: look, end: end, patience: patience)
    }

    static func proofs(of name: SecurityFault.Name) -> [FaultProof] {
        switch name {
        // It stops nothing: what there is to see is that somebody comes upon it.
        case .intrusion:
            [
                FaultProof(
                    kind: .security(.intrusion(context: context)), look: .quiet(.damageNoticed, for: 1_000),
                    end: .never, level: .probed
                ) { $0.fix("breach_detection", at: 300) }
            ]
        case .ransomware:
            [
                FaultProof(
                    kind: .security(.ransomware(context: context, dwell: .constant(300), identity: nil)),
                    look: .served(), end: .never)
            ]
        }
    }

    /// What the last backup, or the last restore that was tried, came to. Nobody is told of one that failed,
    /// so that nobody mends it.
    static func proofs(of name: BackupFault.Name) -> [FaultProof] {
        let (kind, wanted): (BackupRecord.Kind, BackupRecord.Result) =
            switch name {
            case .jobFailing: (.backup, .completed)
            case .silentlyCorrupt, .baseSilentlyCorrupt: (.verification, .restored)
            }
        let look = Look.trial { staged, time in
            var staged = staged
            staged.horizon = time
            return staged.run().trace.backups.last { $0.kind == kind && $0.result != .running }?.result
                == wanted
        }
        return [
            FaultProof(
                kind: .backup(.init(name)), look: look, level: .remediated,
                unit: kind == .backup ? .hours(3) : .days(1), patience: 9
            ) { staged in
                staged.isControl = true
                staged.plan.backups.alerts = false
                staged.plan.backups.verification = .testRestore
            }
        ]
    }
}
