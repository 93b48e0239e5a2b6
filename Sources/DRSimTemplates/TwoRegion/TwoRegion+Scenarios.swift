extension TwoRegion {
    /// The disaster the plan is for.
    static let regionLost = """
        # The primary region is gone for six hours. The plan must bring both services back in west, in
        # time and with next to no data lost. EDIT: what strikes, when, for how long; then what you expect
        # of it.
        title: east is lost for six hours
        plan: ../my-plan
        class: region_lost
        start: 2026-03-10T14:00:00Z
        horizon: 12h
        faults:
          - {id: east_lost, kind: region_outage, region: east, at: 10m, duration: 6h}
        expect:
          as-written: # the plan without overlays
            - disaster == region_failure
            - verdict(api) == met
            - restored_by(api) == plan
            - rpa(orders) <= 1m
            - approvals >= 1
        """

    /// One that the platform mends.
    static let zoneLost = """
        # The zone that holds the database's primary is gone for two hours. Nobody needs to do anything:
        # the operator promotes another instance within two minutes. What must not happen is a failover to
        # another region.
        title: A zone of east is lost, and the database's primary with it
        plan: ../my-plan
        class: zone_lost
        start: 2026-03-10T14:00:00Z
        horizon: 6h
        faults:
          - {id: zone_lost, kind: zone_outage, zone_of: primary, context: east, at: 10m, duration: 2h}
        expect:
          as-written:
            - verdict(api) == met
            - restored_by(api) == platform
            - rpa(orders) <= 1m
            - failovers == 0
        """

    /// Outages at random.
    static let year = """
        # A year in which zones fail now and then and the region once in a while, at random: what
        # availability comes to, and what it costs. Try it with `--trials 50`. EDIT: how often, and how
        # long it takes to mend.
        title: A year of bad luck
        plan: ../my-plan
        class: zone_lost # what most of them are
        start: 2026-01-01T00:00:00Z
        horizon: 8760h
        faults:
          - id: zone_fails
            kind: zone_outage
            zone_of: primary
            context: east
            every: {exponential: {mean: 2000h}}
            duration: {exponential: {mean: 4h}}
          - id: region_fails
            kind: region_outage
            region: east
            every: {exponential: {mean: 20000h}}
            duration: {exponential: {mean: 6h}}
        expect:
          as-written:
            - false_failovers == 0
        """
}
