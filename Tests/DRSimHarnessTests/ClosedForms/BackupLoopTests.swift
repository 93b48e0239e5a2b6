import DRSimDocument
import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import Testing

/// What is lost with a region whose files are saved once a day, by the plan's own loop of backups in the
/// world, against the uniform law: a copy is the state at its start and counts only once it lies in the other
/// region, so the loss lies between what that takes and a day more.
@Suite struct BackupLoopTests {
    private static let files: StoreID = "files"

    /// The files of one of two regions: how long they take into a bucket, and from there into the other's.
    private func plan(upload: Span, replication: Span) throws -> Plan {
        var plan = try RegionPair(switching: .minutes(1)).plan()
        plan.stores = [Store(id: Self.files, title: "Files", kind: .files, hostKey: "", source: "test")]
        plan.services[0].stores = [Self.files]
        plan.storage = storage(size: ByteCount(max(1, upload.milliseconds)))
        plan.backups.isDeployed = true
        plan.backups.location = .third
        plan.backups.schedule.reading = .deadline
        plan.backups.schedule.pollInterval = .seconds(1)
        plan.backups.copying = .replication
        (plan.backups.bucket, plan.backups.recoveryBucket) = ("near", "far")
        plan.backups.components = [component]
        for index in plan.assumptions.indices {
            switch plan.assumptions[index].id.name {
            // A byte for each millisecond it is to take.
            case "object_upload_rate": plan.assumptions[index].distribution = .constant(1_000)
            case "object_replication":
                plan.assumptions[index].distribution = .constant(replication.inSeconds)
            default: break
            }
        }
        return plan
    }

    private func storage(size: ByteCount) -> StoragePlan {
        let rule = ReplicationRule(target: "far", hasTimeControl: false, key: nil, copiesDeleteMarkers: false)
        return StoragePlan(
            buckets: zip(["near", "far"], RegionPair.regions).map { name, region in
                StoragePlan.Bucket(
                    name: name, region: region, account: "1", isVersioned: true, lock: nil, key: nil,
                    replication: name == "near" ? rule : nil, source: "test")
            },
            volumes: [.init(id: "vol-1", region: "one", claim: "files-pvc", size: size, source: "test")])
    }

    private var component: BackupComponent {
        let manifest = """
            {"apiVersion": "snapshot.storage.k8s.io/v1", "kind": "VolumeSnapshot",
             "metadata": {"name": "{volume}-{label}", "namespace": "production"},
             "spec": {"source": {"persistentVolumeClaimName": "{volume}-pvc"}}}
            """
        let volumes = BackupComponent.Volumes(
            argv: ["kubectl", "create", "-f", "-"], names: ["files"], manifest: manifest,
            checksSnapshots: true, yield: .export)
        return BackupComponent(
            name: "files", task: .volumes(volumes), file: "{id}.tar", key: "{file}", isCopied: true,
            stores: [Self.files], source: "test")
    }

    /// Loses the region at an instant spread evenly over a day, and measures each loss in hours.
    private func losses(upload: Span, replication: Span, trials: Int) throws -> [Double] {
        var staged = try Staged()
        staged.plan = try plan(upload: upload, replication: replication)
        (staged.isControl, staged.horizon) = (true, .hours(73))
        staged.faults = [
            Fault(
                id: "lost", kind: .site(.regionOutage("one")),
                trigger: .every(.uniform(low: 48 * 3_600, high: 72 * 3_600)), lifetime: .forever,
                position: .start)
        ]
        return try Campaign(rehearsal: staged.rehearsal, seed: 20_260_305, trials: trials).map { result in
            let made = result.trace.backups.count { $0.startedAt > .start && $0.result == .completed }
            return made >= 2 ? result.score.store(Self.files)?.rpa.map { $0.inHours } : nil
        }.map { try #require($0) }
    }

    @Test(
        arguments: [
            (0, 0, 12, 22.8), (3, 0, 15, 25.8), (3, 3, 18, 28.8),
        ] as [(Int64, Int64, Double, Double)])
    func `lies evenly between what a copy takes and a day more`(
        upload: Int64, replication: Int64, mean: Double, p95: Double
    ) throws {
        let trials = 200
        let losses = try losses(upload: .hours(upload), replication: .hours(replication), trials: trials)
        // The loop looks once a second, and what it types takes milliseconds.
        let (least, slack) = (Double(upload + replication), 2 / 3_600.0)
        #expect(losses.allSatisfy { (least - slack...least + 24 + slack).contains($0) })
        try Estimate(losses).expect(mean, tellingApart: 0.17)
        let squares = losses.map { ($0 - mean) * ($0 - mean) }
        try Estimate(squares).expect(6.928_203_2 * 6.928_203_2, tellingApart: 0.28)
        Estimate(share: losses.count { $0 > p95 }, of: trials, expected: 0.05)
            .expect(0.05, tellingApart: 1.3)
    }
}
