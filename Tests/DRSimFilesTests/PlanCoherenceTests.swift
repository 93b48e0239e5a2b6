import DRSimDocument
import DRSimFiles
import Testing

/// What the model cannot do is refused, with the place and a remedy.
struct PlanCoherenceTests {
    private static let second = """
        apiVersion: postgresql.cnpg.io/v1
        kind: Cluster
        metadata: {name: reports, namespace: production}
        spec: {instances: 1}

        """

    private static let orphan = """
        apiVersion: postgresql.cnpg.io/v1
        kind: Cluster
        metadata: {name: copy, namespace: production}
        spec:
          instances: 1
          replica: {enabled: true, source: origin}
          externalClusters:
            - {name: origin, connectionParameters: {host: oders-rw.production.east.example.net}}

        """

    private static let cases: [(PlanFixture, String)] = [
        (
            .replacing(
                "host_key: DATABASE_HOST, source: L11}",
                with: "host_key: DATABASE_HOST, source: L11}\n"
                    + "  - {id: reports, title: Reports, kind: postgres, host_key: DB, source: L11}",
                in: "services.yaml"),
            "services.yaml:24:5: DR008 `reports` is a second database, and the model has one"
        ),
        (
            .adding(second, as: "manifests/installed/east-context/reports.yaml"),
            "manifests/installed/east-context/reports.yaml:1:1: DR008 `reports` is a second database cluster "
                + "in `east-context`, and the model has one a region"
        ),
        (
            .replacing(
                "kind: Cluster", with: "kind: Backup", in: "manifests/installed/east-context/orders.yaml"),
            "services.yaml:23:5: DR008 no database keeps `orders` in the primary region"
        ),
        (
            .adding(orphan, as: "manifests/installed/west-context/copy.yaml"),
            "manifests/installed/west-context/copy.yaml:1:1: DR008 the source of the replica cluster `copy` "
                + "leads to `oders`, which is no database of the plan"
        ),
        (
            .replacing("role: dr", with: "role: other", in: "topology.yaml")
                .replacing("database: in-region", with: "database: dr", in: "controller.yaml"),
            "controller.yaml:5:19: DR008 `replica_database` is `dr`, but no region has the role `dr`"
        ),
        (
            .replacing("role: dr", with: "role: other", in: "topology.yaml")
                .replacing("location: third", with: "location: dr", in: "controller.yaml"),
            "controller.yaml:1:11: DR008 `location` is `dr`, but no region has the role `dr`"
        ),
    ]

    @Test func `finds a replica's source by its host, whatever the entry is called`() throws {
        let copy = Self.orphan.replacing("oders", with: "orders")
        let fixture = PlanFixture.adding(copy, as: "manifests/installed/west-context/copy.yaml")
        #expect(try fixture.read().diagnostics.isEmpty)
    }

    @Test(arguments: cases) private func `refuses what the model would ignore`(
        fixture: PlanFixture, line: String
    ) throws {
        let diagnostics = try fixture.read().diagnostics
        #expect(diagnostics.map { String($0.summary.trimmingPrefix(/.*\/shop\//)) } == [line])
    }
}

extension PlanFixture {
    /// These files with a piece of one of them replaced; the piece must be there.
    fileprivate func replacing(_ piece: String, with other: String, in file: String) -> PlanFixture {
        var fixture = self
        let text = fixture.files[file] ?? ""
        precondition(text.contains(piece), "\(file) does not contain \(piece)")
        fixture.files[file] = text.replacing(piece, with: other)
        return fixture
    }
}
