extension ActiveActive {
    /// How the controller is set up.
    static let controller = ConductFiles.controller(
        opening: """
            # The failover controller: what it looks at, when it acts, whom it asks. It looks at east alone:
            # where users are sent is the name servers' matter, where writes go is its own.
            location: third # third, primary or dr: a controller in the region it watches dies with it
            """,
        responses: """
              - {disaster: region_failure, class: writing_region_lost, runbook: move-writes-to-west,
                 source: assumption}
              - {disaster: database_failure, class: region_lost, source: assumption}
              - {disaster: az_failure, class: region_lost, source: assumption}
            """)

    /// Who acts.
    static let people = ConductFiles.people(
        playbooks: """
              - {class: writing_region_lost, runbook: move-writes-to-west, not_before: 60m,
                 source: assumption}
            """)

    /// What is done.
    static let runbook = """
        # What is done when the region with the database is lost, in this order. EDIT: this is your plan.
        # Every command is an argument list as you would type it, and the simulated clusters refuse it as
        # the real ones would. A step is one of run, call, wait, verify, approve, notify, follow.
        id: move-writes-to-west
        title: Move writes to west
        source: assumption
        steps:
          - id: tell_users
            title: Tell users
            notify:
              channels: [status_page]
              audience: stakeholders
              message: Orders cannot be placed; we are moving the database to another region.
            source: assumption
          # First: when east returns, its health checks bring users back to it, and its database, which knows
          # nothing of what happened, would take their orders.
          - id: keep_east_out
            title: Take east's weight, so that nobody is sent there when it returns
            run:
              [
                aws, route53, change-resource-record-sets, --hosted-zone-id, Z0000000000000, --change-batch,
                '{"Changes": [
                {"Action": "UPSERT", "ResourceRecordSet": {"Name": "api.example.com", "Type": "CNAME",
                "SetIdentifier": "east", "Weight": 0, "TTL": 60,
                "ResourceRecords": [{"Value": "lb.east.example.net"}]}},
                {"Action": "UPSERT", "ResourceRecordSet": {"Name": "www.example.com", "Type": "CNAME",
                "SetIdentifier": "east", "Weight": 0, "TTL": 60,
                "ResourceRecords": [{"Value": "lb.east.example.net"}]}}
                ]}',
              ]
            retries: 3
            retry_delay: 20s
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
          - id: point_api
            title: Point west's API at west's database
            run:
              [
                kubectl, --context, west, patch, configmap, settings, -n, shop, --type=merge, -p,
                '{"data":{"DATABASE_HOST":"orders-west-rw"}}',
              ]
            source: assumption
          - id: restart_api # running pods keep the host they were started with
            title: Restart the API
            run: [kubectl, --context, west, rollout, restart, deployment/api, -n, shop]
            source: assumption
          - id: verify_api
            title: Wait until the API has restarted
            verify:
              run:
                [
                  kubectl, --context, west, get, deployment, api, -n, shop, -o,
                  "jsonpath={.status.updatedReplicas}",
                ]
              contains: "3"
              every: 10s
              deadline: 30m
            source: assumption
        """
}
