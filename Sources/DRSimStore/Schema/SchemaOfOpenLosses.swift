/// Format 6: a store of which nobody knows what survived is not counted as lost, and the longest recovery
/// point of a run is that of a service, as on the screen: a store that no service needs has no say.
enum SchemaOfOpenLosses {
    /// Anew for the sake of `stores_lost` and `longest_rpa_ms`; what `v_run_summary` means is otherwise as
    /// before.
    static let change = """
        DROP VIEW v_run_summary;
        \(SchemaOfResults.summary(
            storesLost: "verdict NOT IN ('not_exercised', 'inconclusive') AND rpa_ms IS NULL",
            longestOf: "service_result"))
        """
}
