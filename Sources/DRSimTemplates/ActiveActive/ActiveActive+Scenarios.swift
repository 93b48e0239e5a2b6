extension ActiveActive {
    /// One of the two regions is lost, the one without writes.
    static let westLost = """
        # West is gone for six hours, and with it the half of the users it served. Nobody needs to do
        # anything: name servers leave west out after three looks, and users follow as their answers run
        # out. The orders are in east all along. EDIT: what strikes, when, for how long; then what you
        # expect of it.
        title: west is lost for six hours
        plan: ../my-plan
        class: region_lost
        start: 2026-03-10T14:00:00Z
        horizon: 12h
        faults:
          - {id: west_lost, kind: region_outage, region: west, at: 10m, duration: 6h}
        expect:
          as-written: # the plan without overlays
            - disaster == none
            - verdict(api) == met
            - restored_by(api) == platform
            - rta(api) <= 10m
            - rpa(orders) == 0s
            - failovers == 0
        """

    /// The other.
    static let eastLost = """
        # East is gone for six hours, and with it the database that takes writes. Name servers send
        # everybody to west within minutes, which helps nobody until somebody has moved the writes there
        # too. When east returns, its old database takes writes again, from the few users whose resolvers
        # never followed: what they order is lost. EDIT: fence it, if that is too much.
        title: east is lost for six hours, and the database with it
        plan: ../my-plan
        class: writing_region_lost
        start: 2026-03-10T14:00:00Z
        horizon: 12h
        faults:
          - {id: east_lost, kind: region_outage, region: east, at: 10m, duration: 6h}
        expect:
          as-written:
            - disaster == region_failure
            - verdict(api) == met
            - restored_by(api) == plan
            - rpa(orders) <= 1m
            - approvals >= 1
            - discarded_transactions <= 2000
        """

    /// The way between them.
    static let slowLink = """
        # For an hour the way between the regions takes a quarter of a second longer: eight queries one after
        # the other are too many then, and the users whom name servers send to west wait in vain. No health
        # check sees it, because west's entrance answers.
        title: The way between the regions is slow
        plan: ../my-plan
        class: none # no class of the plan is about it
        start: 2026-03-10T14:00:00Z
        horizon: 6h
        faults:
          - {id: slow, kind: link_degradation, between: [east, west], latency: 250ms, at: 10m, duration: 1h}
        expect:
          as-written:
            - exercised(api)
            - restored_by(api) == fault-ended
            - rpa(orders) == 0s
            - failovers == 0
        """
}
