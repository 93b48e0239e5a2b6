package import DRSimKernel
package import DRSimUnits

extension Cloud {
    /// The records of a zone, as its control plane has them.
    package func records(inZone id: String) throws(CloudError) -> [DNSRecord] {
        try checkZone(id, for: .listResourceRecordSets)
        return zone.table.records
    }

    /// Changes records of a zone, all of the batch or, where one change is refused, none.
    ///
    /// The caller has made sure that the control plane answers (`isDNSControlPlaneUp`).
    @discardableResult
    package mutating func changeRecords(
        inZone id: String, _ changes: [DNSRecordChange], at now: Instant, draws: Draws,
        effects: inout CloudEffects
    ) throws(CloudError) -> DNSChange {
        try checkZone(id, for: .changeResourceRecordSets)
        return try zone.submit(changes, at: now, draws: draws, timings: timings, effects: &effects)
    }

    /// The state of a change by its id, with or without the API's prefix `/change/`.
    package func change(_ id: String) throws(CloudError) -> DNSChange {
        try checkControlPlane(for: .getChange)
        let prefix = "/change/"
        let bare = id.hasPrefix(prefix) ? String(id.dropFirst(prefix.count)) : id
        guard let change = zone.changes.first(where: { $0.id == bare }) else {
            throw CloudError(.noSuchChange, .getChange, "Could not find resource with ID: \(bare)")
        }
        return change
    }

    /// Where the clients of a name are at an instant and where they will be at the next breakpoint:
    /// valid until the next event of the cloud. Shares sum to the whole at both ends; a name without
    /// an address record has no clients.
    package func clients(of host: String, at instant: Instant) -> [ClientFlow] {
        zone.clientele(of: DNSName.normalised(host))?.flows(at: instant) ?? []
    }

    /// What the name servers answer now to a client that has nothing cached, most often if they tell one
    /// this and another that; `nil` for no answer.
    package func address(of host: String) -> String? {
        zone.answer(to: DNSName.normalised(host)).first
    }

    /// The index of the region whose load balancer has this host name.
    package func region(ofLoadBalancer host: String) -> Int? {
        let name = DNSName.normalised(host)
        return configuration.regions.firstIndex { DNSName.normalised($0.loadBalancer) == name }
    }

    private func checkZone(_ id: String, for operation: CloudError.Operation) throws(CloudError) {
        try checkControlPlane(for: operation)
        let prefix = "/hostedzone/"
        let bare = id.hasPrefix(prefix) ? String(id.dropFirst(prefix.count)) : id
        guard bare == zone.id else {
            throw CloudError(.noSuchHostedZone, operation, "No hosted zone found with ID: \(bare)")
        }
    }

    /// A control plane that has a fault of its own answers, but to no use.
    private func checkControlPlane(for operation: CloudError.Operation) throws(CloudError) {
        guard dnsControlPlaneFaults == 0 else {
            throw CloudError(
                .serviceUnavailable, operation,
                "The request has failed due to a temporary failure of the server.")
        }
    }
}
