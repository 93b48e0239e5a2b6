import DRSimCloud
import DRSimControl
import DRSimKernel
import DRSimPlan
import DRSimShell
import DRSimTrace
import DRSimUnits

extension World {
    mutating func startBackup() {
        let moment = blueprint.moment(of: now)
        var manager = BackupManager(policy: blueprint.plan.backups, at: moment)
        backups.records.append(BackupRecord(.backup, id: manager.id, startedAt: now))
        backups.session = blueprint.backupSession
        let directives = manager.start()
        go(on: directives, manager, dump: nil)
    }

    mutating func backupStepEnds() {
        guard case .backup(var manager, let token, var step) = backups.work else { return }
        backups.hand.isFailing = backups.afflictions.isFailing
        backups.hand.isCorrupting = backups.afflictions.isCorrupting
        var effects = InfrastructureEffects()
        let outcome = backups.hand.carryOut(
            &step, in: &backups.session, on: &infrastructure, at: now, draws, &effects)
        absorb(effects, cause: nil)
        let directives = manager.handle(outcome, for: token)
        go(on: directives, manager, dump: step.dump)
    }

    /// Writes down what a backup says, and begins what it asks for; it ends if it asks for nothing.
    private mutating func go(on directives: [BackupDirective], _ manager: BackupManager, dump: DumpPayload?) {
        backups.work = nil
        let index = backups.records.count - 1
        for directive in directives {
            switch directive {
            case .report(let report): backups.records[index].note(report)
            case .perform(let token, let action, _):
                let step = backups.hand.begin(
                    action, dump: dump, in: &backups.session, on: infrastructure, at: now)
                backups.work = .backup(manager, token, step)
                let delay = backups.hand.delay(
                    of: step, in: backups.session, on: infrastructure, at: now, draws,
                    ordinal: backups.actions)
                backups.actions += 1
                expect(.answers(generation: backups.generation + 1), at: now + delay)
            }
        }
        if backups.work == nil { backupEnds(manager, record: index, dump: dump) }
    }

    private mutating func backupEnds(_ manager: BackupManager, record: Int, dump: DumpPayload?) {
        let isComplete = manager.status == .completed
        for artefact in manager.artefacts {
            backups.saved.append(
                .init(
                    record: record, startedAt: backups.records[record].startedAt, artefact: artefact,
                    dump: artefact.content == .dump ? dump : nil))
        }
        endRecord(manager.result)
        applyRetention()
        if !isComplete, backups.afflictions.isFailing {
            noticeBackups(.jobFailing, "a night's backup fails: the dump's process was killed")
        }
        // Whether what is not simulated would have to be tried again nobody knows either.
        follow(backups.scheduler.handle(.ended(succeeded: manager.result != .failed), at: now))
    }

    /// Deletes the objects that no rule keeps, where the plan applies its rules (F43).
    private mutating func applyRetention() {
        let expired = backups.takeExpired(by: blueprint.plan.backups, start: blueprint.scenario.start)
        guard !expired.isEmpty else { return }
        var effects = CloudEffects()
        for item in expired {
            for bucket in [item.artefact.address.bucket, item.artefact.copyBucket].compactMap({ $0 }) {
                // What is locked or out of reach stays; nobody looks.
                _ = try? infrastructure.cloud.deleteObject(
                    ObjectAddress(bucket, item.artefact.address.key), as: .anyone, at: now, draws: draws,
                    effects: &effects)
            }
        }
        absorb(effects, cause: nil)
    }
}
