/// What a plan promises: the files all templates share.
enum PromiseFiles {
    /// Money and tiers.
    static let businessImpact = """
        # What an outage costs. EDIT: hourly_revenue first; every figure in money follows from it.
        currency: USD
        hourly_revenue: 5000
        operational_cost_per_hour: 1000 # people and suppliers, while a Tier 1 or 2 service is down
        compliance_penalty_per_day: 0 # once a Tier 1 outage has outlasted its objective
        reputation_multiplier: 1.5
        readings:
          penalty: started_day # or prorata, full_day
          penalty_from: rto # or onset
          reputation: of_lost_revenue # or total_times, additional
          include_data_loss: false
        source: assumption

        # EDIT: what is promised to whom. A service names its tier in services.yaml.
        tiers:
          - number: 1
            title: CRITICAL
            rto: 60m
            rpo: 5m
            max_acceptable_loss: 5000
            source: assumption
          - number: 2
            title: IMPORTANT
            rto: 4h
            rpo: 1h
            max_acceptable_loss: 20000
            source: assumption
        """

    /// What management asks for.
    static let successMetrics = """
        # What management asks for once a quarter. EDIT: the targets.
        - {id: rto, title: Recoveries within their objective, at_least: 95%, source: assumption}
        - {id: rpo, title: Stores within their objective, at_least: 99%, source: assumption}
        - {id: detection, title: Time to detect, within: 5m, source: assumption}
        - {id: failover, title: Time an automated procedure takes, within: 30m, source: assumption}
        - {id: communication, title: Time to the first notice, within: 30m, source: assumption}
        - {id: playbook_accuracy, title: Commands that work, at_least: 100%, source: assumption}
        - {id: availability, title: Availability of Tier 1, at_least: 99.9%, source: assumption}
        """

    /// What is backed up.
    static let backups = """
        # What is backed up, when, and for how long. EDIT: the time of day and what reaches the other
        # region.
        daily_at: "02:00"
        verification: {weekday: sunday, hour: 3}
        poll_interval: 60s
        error_interval: 5m
        components:
          - name: database
            stores: [orders]
            dump:
              run: [kubectl, exec, -n, shop, orders-1, --, pg_dump, -U, postgres, -d, app]
            copied: true
            source: assumption
        retention:
          - {name: daily, count: 14}
          - {name: weekly, count: 8}
        bucket: my-backups
        recovery_bucket: my-backups-copy
        """

    /// What backups are kept in.
    ///
    /// - Parameter region: the region of the copies.
    static func storage(copiesIn region: String) -> String {
        """
        # What data is kept in. EDIT: names, regions and whether copies are locked against deletion.
        account: "000000000000"
        buckets:
          - name: my-backups
            region: east
            versioned: true
            replicate: {to: my-backups-copy}
            source: assumption
          - {name: my-backups-copy, region: \(region), versioned: true, source: assumption}
        source: assumption
        """
    }

    /// The plan as a whole.
    static let plan = """
        # The plan as a whole. EDIT: its name, and the pair of objectives that stands over everything.
        id: my-plan
        title: My disaster-recovery plan
        objectives:
          rto: 4h # longest outage allowed
          rpo: 1h # longest loss of data allowed
        source: assumption # where a figure comes from; reports print it
        """
}
