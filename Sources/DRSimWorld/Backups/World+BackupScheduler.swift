import DRSimControl
import DRSimKernel
import DRSimPlan
import DRSimTrace
import DRSimUnits

extension World {
    /// The scheduler's first look at the clock: its phase is luck.
    mutating func startBackups() {
        guard backups.isRunning else { return }
        let period = blueprint.plan.backups.schedule.pollInterval + backups.loopOverhead
        let phase = draws.uniform(entity: BackupSite.stream, purpose: StreamName("poll phase"), ordinal: 0)
        // It has been at work for long.
        startScheduler(
            at: .start + Span.rounding(seconds: phase * period.inSeconds),
            remembering: BackupDeadlines(
                blueprint.plan.backups.schedule, metBefore: blueprint.scenario.start))
    }

    mutating func handle(_ event: BackupEvent, cause: FactID?) {
        switch event {
        case .timer(let generation) where isCurrent(generation): lookAtClock()
        case .answers(let generation) where isCurrent(generation): backupStepEnds()
        case .verified(let generation) where isCurrent(generation): verificationEnds()
        case .cameUpon(let number): comeUponBackups(number, cause: cause)
        case .mended(let number): backupsMended(upTo: number, cause: cause)
        default: break
        }
    }

    /// The scheduler's process stops with its region, and starts anew when the region returns; what was
    /// under way is lost, and only deadlines outlive it.
    mutating func backupProcess(isUp: Bool) {
        guard blueprint.plan.backups.isDeployed else { return }
        backups.isRunning = isUp
        guard isUp else {
            if backups.work != nil { endRecord(.stopped) }
            backups.work = nil
            return
        }
        backups.session = blueprint.backupSession
        startScheduler(at: now, remembering: backups.scheduler.deadlines)
    }

    private func isCurrent(_ generation: Int32) -> Bool {
        backups.isRunning && generation == backups.generation
    }

    private mutating func startScheduler(at instant: Instant, remembering deadlines: BackupDeadlines?) {
        backups.scheduler = BackupScheduler(
            schedule: blueprint.plan.backups.schedule, epoch: blueprint.scenario.start, startingAt: instant,
            remembering: deadlines)
        sleep(until: instant)
    }

    private mutating func lookAtClock() {
        let directives = backups.scheduler.handle(.timer, at: now)
        if polling == .everyTick, let quiet = backups.quietUntil, now < quiet {
            precondition(
                directives.count == 1 && backups.scheduler.wakeAt != nil,
                "a look at the clock at \(now) that leaping skips answered \(directives)")
        }
        follow(directives)
    }

    /// Carries out what the scheduler wants.
    mutating func follow(_ directives: [BackupScheduler.Directive]) {
        for directive in directives {
            switch directive {
            case .wake(let instant): sleep(until: instant + backups.loopOverhead)
            case .start(.fullBackup): startBackup()
            case .start(.verification): startVerification()
            }
        }
    }

    /// Sets the timer: to the next look at the clock, or to the first one that could start something.
    private mutating func sleep(until instant: Instant) {
        backups.quietUntil = backups.scheduler.quiet(from: instant)
        var look = instant
        if polling == .leaping, let quiet = backups.quietUntil {
            let period = blueprint.plan.backups.schedule.pollInterval + backups.loopOverhead
            look = PollLoop(origin: instant, period: period).first(notBefore: quiet)
        }
        expect(.timer(generation: backups.generation + 1), at: look)
    }

    /// Schedules what the scheduler waits for; whatever it waited for before is void.
    mutating func expect(_ event: BackupEvent, at instant: Instant) {
        backups.generation += 1
        schedule(.backups(event), at: instant, cause: nil)
    }

    mutating func endRecord(_ result: BackupRecord.Result) {
        backups.records[backups.records.count - 1].endedAt = now
        backups.records[backups.records.count - 1].result = result
    }
}
