import DRSimCloud
import DRSimControl
import DRSimKernel
import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimTrace
import DRSimUnits

/// The backups and verifications of the thirty days before a trial, made by the same logic: the plan's
/// scheduler at a clock of its own, the plan's backup against the world as it stands at the start.
///
/// They were made against one state of the world, so one night is carried out and each other went the same
/// way; faults that have been on for a while make the nights on which they were go another.
struct BackupHistory {
    private let blueprint: Blueprint
    private let ordinary: BackupRehearsal
    /// The nights that went another way, by what was wrong.
    private var afflicted: [(name: BackupFault.Name, night: BackupRehearsal)] = []
    private var faults: LastingBackupFaults
    private(set) var site: BackupSite

    /// The site after its history, whose copies lie in their buckets.
    static func site(of blueprint: Blueprint, in infrastructure: inout Infrastructure) -> BackupSite {
        let site = BackupSite(blueprint)
        guard blueprint.plan.backups.isDeployed else {
            LastingBackupFaults(blueprint).spoilBaseBackups(in: &infrastructure.databases)
            return site
        }
        var history = BackupHistory(blueprint, site, on: infrastructure)
        history.run(on: &infrastructure)
        return history.site
    }

    private init(_ blueprint: Blueprint, _ site: BackupSite, on infrastructure: Infrastructure) {
        (self.blueprint, self.site) = (blueprint, site)
        faults = LastingBackupFaults(blueprint)
        ordinary = BackupRehearsal(blueprint, on: infrastructure, by: site.hand)
        for name in [BackupFault.Name.jobFailing, .silentlyCorrupt]
        where faults.all.contains(where: { $0.fault.name == name }) {
            var hand = site.hand
            (hand.isFailing, hand.isCorrupting) = (name == .jobFailing, name == .silentlyCorrupt)
            afflicted.append((name, BackupRehearsal(blueprint, on: infrastructure, by: hand)))
        }
    }

    private mutating func run(on infrastructure: inout Infrastructure) {
        let length = Blueprint.historyLength
        let verification = verificationTime(on: infrastructure)
        let durations = ScheduleForecast.Durations(
            loopOverhead: site.loopOverhead, backup: ordinary.duration, verification: verification)
        let begun = blueprint.scenario.start + Span(milliseconds: -length.milliseconds)
        var forecast = ScheduleForecast(
            blueprint.plan.backups.schedule, from: begun, for: length, durations,
            remembering: BackupDeadlines(blueprint.plan.backups.schedule, metBefore: begun))
        while let firing = forecast.next() {
            let at = Instant.start + (firing.moment - blueprint.scenario.start)
            switch firing.kind {
            case .fullBackup:
                backUp(at: at, on: &infrastructure)
                if site.records.last?.result == .failed { forecast.lastFailed() }
            case .verification: verify(at: at, lasting: verification, on: infrastructure)
            }
        }
        site.afflictions = BackupAfflictions(
            after: faults.all.filter { $0.mendedAt != .never }.map {
                BackupMending(fault: $0.fault, at: $0.mendedAt)
            })
        _ = site.takeExpired(by: blueprint.plan.backups, start: blueprint.scenario.start)
        install(in: &infrastructure)
        faults.spoilBaseBackups(in: &infrastructure.databases)
    }

    /// How long a look at a copy takes: none where nothing is looked at.
    private func verificationTime(on infrastructure: Infrastructure) -> Span {
        guard blueprint.plan.backups.verification == .testRestore,
            let database = ordinary.saved.compactMap(\.database).first
        else { return .zero }
        return infrastructure.databases.testRestoreDuration(
            database, at: .start, draws: Draws(seed: 0, trial: 0), ordinal: 0)
    }

    /// The night that was carried out, as of this instant: a dump that is killed cannot go bad.
    private func night(at instant: Instant) -> BackupRehearsal {
        afflicted.first { faults.isOn($0.name, at: instant) }?.night ?? ordinary
    }

    private mutating func backUp(at instant: Instant, on infrastructure: inout Infrastructure) {
        let night = night(at: instant)
        let id = BackupManager(policy: blueprint.plan.backups, at: blueprint.moment(of: instant)).id
        let end = min(.start, instant + night.duration)
        let record = night.record.renamed(id, startedAt: instant, endedAt: end)
        site.records.append(record)
        for saved in night.saved {
            let dump = saved.database.map {
                infrastructure.databases.addDump(of: $0, began: instant, at: end)
            }
            if let dump, night.isCorrupting { infrastructure.databases.spoil(dump) }
            site.saved.append(
                .init(
                    record: site.records.count - 1, startedAt: instant,
                    artefact: saved.artefact.renamed(night.record.id, to: id),
                    dump: dump.map { DumpPayload(id: $0, isPlain: saved.isPlain) }))
        }
        if record.result == .failed, night.record.result != ordinary.record.result {
            notice(.jobFailing, at: end)
        }
    }

    private mutating func verify(
        at instant: Instant, lasting duration: Span, on infrastructure: Infrastructure
    ) {
        let newest = site.newestDump
        var record = BackupRecord(
            .verification, id: newest.map { site.records[$0.record].id } ?? "", startedAt: instant)
        let databases = infrastructure.databases
        let isSound = newest?.dump.map { payload in
            let dump = databases.catalog[payload.id]
            let base = databases.baseBackups(of: dump.database, at: instant).last
            return !dump.isSpoilt && !(base.map(faults.isBad) ?? false)
        }
        let finding = BackupInspection(blueprint.plan.backups).finding(
            on: newest == nil ? .missing : isSound == true ? .sound : .badWhenMade)
        record.result = site.result(of: finding)
        record.endedAt = min(.start, instant + duration)
        site.records.append(record)
        guard finding == .bad else { return }
        for name in BackupFault.Name.allCases { notice(name, at: instant + duration) }
    }

    /// Somebody is told of what is wrong, and mends it.
    private mutating func notice(_ name: BackupFault.Name, at instant: Instant) {
        // Only a fault that somebody could have mended asks how long that takes.
        guard blueprint.plan.backups.alerts, !faults.all.isEmpty else { return }
        let repair = blueprint.quantity(FaultAssumptionName.backupRepair).distribution.quantile(0.5)
        faults.mend(name, noticedAt: instant, after: .rounding(seconds: repair))
    }
}

extension BackupHistory {
    /// Puts what was saved and is still kept where it was put then.
    private mutating func install(in infrastructure: inout Infrastructure) {
        for saved in site.saved {
            let night = night(at: saved.startedAt)
            guard let object = night.saved.first(where: { $0.artefact.part == saved.artefact.part })?.object,
                let kept = object.content
            else {
                if saved.artefact.content.isRegional {
                    installSnapshots(at: saved.startedAt, in: &infrastructure)
                }
                continue
            }
            let content = saved.dump?.content ?? kept
            let upload = ObjectUpload(
                size: object.size, content: content, key: object.key)
            let address = saved.artefact.address
            infrastructure.cloud.installObject(
                upload, at: ObjectAddress(address.bucket, address.key), storedAt: saved.startedAt)
            guard blueprint.plan.backups.copying == .call, let copy = saved.artefact.copyBucket,
                infrastructure.cloud.bucket(named: copy) != nil
            else { continue }
            infrastructure.cloud.installObject(
                ObjectUpload(size: object.size, content: content),
                at: ObjectAddress(copy, address.key), storedAt: saved.startedAt)
        }
    }

    private func installSnapshots(at instant: Instant, in infrastructure: inout Infrastructure) {
        for volume in infrastructure.cloud.volumes where site.hand.claims.contains(volume.claim ?? "") {
            infrastructure.cloud.installSnapshot(
                of: volume.id, content: ObjectContent(payload: instant.milliseconds), takenAt: instant)
        }
    }
}

extension BackupArtefact {
    /// The same part of another night's backup.
    fileprivate func renamed(_ id: String, to newID: String) -> BackupArtefact {
        var artefact = self
        artefact.address.key = address.key.replacing(id, with: newID)
        return artefact
    }
}

extension Blueprint {
    /// What the scheduler's loop adds to each of its sleeps.
    var backupLoopOverhead: Span { .rounding(seconds: plan.constant(.backupLoopOverhead)) }
}
