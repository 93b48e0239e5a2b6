import DRSimDocument
import DRSimFiles
import DRSimPlan
import DRSimUnits
import Testing

struct StorageFieldsTests {
    private static let text = """
        account: "111"
        buckets:
          - {name: backups, region: east, versioned: true, source: L1,
             replicate: {to: vault, time_control: true, key: mrk-1}}
          - {name: vault, region: west, account: "222", versioned: true, source: L1, key: mrk-1,
             lock: {mode: compliance, retention: 30d}}
        keys:
          - {id: mrk-1, region: east, replicas: [west], source: L1}
        identities:
          - name: writer
            grants:
              - {actions: ["s3:PutObject"], buckets: [backups], keys: [mrk-1]}
              - {actions: ["s3:Get*"], everything: true}
            source: L1
        volumes:
          - {id: vol-1, region: east, claim: uploads, size: 20GB, source: L1}
        controller_identity: writer
        source: L1

        """

    private static func read(replacing piece: String = "", with other: String = "") throws -> [String] {
        precondition(piece.isEmpty || text.contains(piece), "the storage does not contain \(piece)")
        let changed = piece.isEmpty ? text : text.replacing(piece, with: other)
        let result = try PlanFixture.adding(changed, as: "storage.yaml").read()
        return DiagnosticRenderer(sources: result.sources).text(of: result.diagnostics)
            .split(separator: "\n").map(String.init)
    }

    @Test func `a plan's storage is read as it is written`() throws {
        let result = try PlanFixture.adding(Self.text, as: "storage.yaml").read()
        #expect(DiagnosticRenderer(sources: result.sources).text(of: result.diagnostics) == "")
        let storage = try #require(result.value).plan.storage
        let backups = try #require(storage.bucket("backups"))
        #expect(backups.account == "111" && backups.region == "east" && backups.lock == nil)
        #expect(
            backups.replication
                == ReplicationRule(
                    target: "vault", hasTimeControl: true, key: "mrk-1", copiesDeleteMarkers: false))
        #expect(storage.bucket("vault")?.lock == ObjectLock(mode: .compliance, retention: .days(30)))
        #expect(storage.keys.first?.replicas == ["west"])
        #expect(storage.identities.first?.grants.map(\.resources) == [["backups", "mrk-1"], ["*"]])
        #expect(storage.volumes.first?.size == ByteCount(20_000_000_000))
        #expect(storage.controllerIdentity == "writer" && storage.peopleIdentity == nil)
    }

    @Test func `a plan may do without`() throws {
        let plan = try #require(PlanFixture().read().value).plan
        #expect(plan.storage == StoragePlan())
    }

    @Test(arguments: [
        ("region: east, versioned", "region: eats, versioned", "there is no region `eats`"),
        ("to: vault", "to: vaults", "there is no bucket `vaults`"),
        ("time_control: true, key: mrk-1", "key: mrk-2", "there is no encryption key `mrk-2`"),
        ("controller_identity: writer", "controller_identity: reader", "there is no identity `reader`"),
        ("buckets: [backups]", "buckets: [backup]", "there is no bucket `backup`"),
        ("name: vault", "name: backups", "`backups` is there twice"),
        (
            "account: \"222\", versioned: true", "account: \"222\"",
            "a bucket that keeps no versions cannot lock"
        ),
        ("east, versioned: true", "east", "is copied to `vault`, but `backups` keeps no versions"),
        ("id: mrk-1", "id: key-1", "the key `key-1` was made for one region and cannot be replicated"),
        ("retention: 30d", "retention: 0d", "retention"),
        ("everything: true}", "keys: []}", "a grant is for some `buckets` and `keys`, or for `everything`"),
        ("versioned: true, source", "version: true, source", "a bucket has no key `version`"),
    ])
    func `says what is wrong with it`(_ piece: String, _ other: String, _ message: String) throws {
        let lines = try Self.read(replacing: piece, with: other)
        #expect(lines.contains { $0.contains(message) }, "\(lines)")
        #expect(lines.contains { $0.contains("storage.yaml:") })
    }
}
