import Testing

/// The plan is data: none of its names may stand in the sources.
struct LiteralTests {
    static let names = [
        "itdo", "us-west-2", "us-east-1", "postgres-primary", "postgres-dr", "postgres-cluster",
        "backend-api", "frontend-app", "worker-service", "Z123456789",
        "argocd-server", "prod-cluster", "dr-cluster", "core_erp_api", "letsencrypt",
    ]

    @Test func `no literal of the ITDO plan stands in the sources`() throws {
        var strays: [String] = []
        for file in try SourceTree.sources() {
            for (number, line) in file.lines.enumerated() {
                let lowered = line.lowercased()
                for name in Self.names where lowered.contains(name.lowercased()) {
                    strays.append("\(file.path):\(number + 1): \(name)")
                }
            }
        }
        #expect(strays == [])
    }
}
