import DRSimCloud
import DRSimKernel
import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimUnits

// A pod that asks a database of another region waits for each query's way there and back: a page that makes
// thirty queries one after the other is late across a continent (C14).

extension World {
    /// How long users wait for an answer.
    private static let patience = Span.seconds(2)

    /// The way there and back between two regions: drawn once a trial, longer while the link is worse.
    func roundTrip(between one: Int, and other: Int) -> Span {
        let ends = [one, other].map { blueprint.regions[$0].id.name }.sorted()
        let stream = StreamName("link \(ends[0]) \(ends[1])")
        let quality = infrastructure.cloud.quality(between: .region(one), and: .region(other))
        return blueprint.quantity(FaultAssumptionName.regionRoundTrip).span(draws, of: stream, ordinal: 0)
            + quality.latency
    }

    /// Whether a service's answers come in time though one of its databases may be in another region.
    func answersInTime(_ service: Service, asking databases: [DatabaseID], from region: Int) -> Bool {
        databases.allSatisfy { database in
            let site = infrastructure.databases[database].spec.site
            guard site != region else { return true }
            return roundTrip(between: region, and: site) * Int64(service.serialQueries) <= Self.patience
        }
    }
}
