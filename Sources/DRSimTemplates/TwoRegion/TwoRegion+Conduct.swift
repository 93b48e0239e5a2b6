extension TwoRegion {
    /// How the controller is set up.
    static let controller = ConductFiles.controller(
        opening: """
            # The failover controller: what it looks at, when it acts, whom it asks.
            location: third # third, primary or dr: a controller in the region it watches dies with it
            """,
        responses: """
              - {disaster: region_failure, class: region_lost, runbook: fail-over-to-west, source: assumption}
              - {disaster: database_failure, class: zone_lost, source: assumption}
              - {disaster: az_failure, class: zone_lost, source: assumption}
            """)

    /// Who acts.
    static let people = ConductFiles.people(
        playbooks: """
              - {class: region_lost, runbook: fail-over-to-west, not_before: 60m, source: assumption}
            """)

    /// What is done.
    static let runbook = """
        # What is done when the primary region is lost, in this order. EDIT: this is your plan. Every
        # command is an argument list as you would type it, and the simulated clusters refuse it as the
        # real ones would. A step is one of run, call, wait, verify, approve, notify, follow.
        id: fail-over-to-west
        title: Fail over to west
        source: assumption
        steps:
          - id: tell_users
            title: Tell users
            notify:
              channels: [status_page]
              audience: stakeholders
              message: We are moving to another region.
            source: assumption
          - id: promote_database
            title: Let the replica take writes
            run:
              [
                kubectl, --context, west, patch, clusters.postgresql.cnpg.io, orders-west, -n, shop,
                --type=merge, -p, '{"spec":{"replica":{"enabled":false}}}',
              ]
            retries: 3
            retry_delay: 20s
            source: assumption
          - id: scale_api
            title: Scale up the API
            run: [kubectl, --context, west, scale, deployment, api, --replicas=3, -n, shop]
            source: assumption
          - id: verify_api
            title: Wait until the API answers in west
            verify:
              run: [curl, -f, "https://west.example.com/health"]
              succeeds: true
              every: 10s
              deadline: 20m
            source: assumption
          - id: switch_names # users last, and only to what was seen to work
            title: Send users to west
            run:
              [
                aws, route53, change-resource-record-sets, --hosted-zone-id, Z0000000000000, --change-batch,
                '{"Changes": [
                {"Action": "UPSERT", "ResourceRecordSet": {"Name": "api.example.com", "Type": "CNAME",
                "TTL": 60, "ResourceRecords": [{"Value": "lb.west.example.net"}]}},
                {"Action": "UPSERT", "ResourceRecordSet": {"Name": "www.example.com", "Type": "CNAME",
                "TTL": 60, "ResourceRecords": [{"Value": "lb.west.example.net"}]}}
                ]}',
              ]
            retries: 3
            retry_delay: 20s
            source: assumption
        """
}
