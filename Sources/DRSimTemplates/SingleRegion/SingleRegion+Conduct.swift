extension SingleRegion {
    /// How the controller is set up.
    static let controller = ConductFiles.controller(
        opening: """
            # The controller: what it looks at, when it acts, whom it asks. With nowhere to fail over to, it
            # only calls people.
            location: third # third or primary: a controller in the region it watches dies with it
            """,
        responses: """
              - {disaster: region_failure, class: region_lost, source: assumption}
              - {disaster: database_failure, class: zone_lost, source: assumption}
              - {disaster: az_failure, class: zone_lost, source: assumption}
            """)

    /// Who acts.
    static let people = ConductFiles.people(
        playbooks: """
              - {class: zone_lost, runbook: look-at-the-cluster, not_before: 15m, source: assumption}
            """)

    /// What is done.
    static let runbook = """
        # What people do when a zone is lost, in this order. EDIT: this is your plan. Every command is an
        # argument list as you would type it, and the simulated cluster refuses it as the real one would.
        # A step is one of run, call, wait, verify, approve, notify, follow.
        id: look-at-the-cluster
        title: Look at the cluster
        source: assumption
        steps:
          - id: tell_users
            title: Tell users
            notify:
              channels: [status_page]
              audience: stakeholders
              message: We are looking into a disturbance.
            source: assumption
          - id: list_nodes
            title: See which nodes are left
            run: [kubectl, --context, east, get, nodes]
            source: assumption
          - id: list_databases
            title: See who leads the database
            run: [kubectl, --context, east, get, clusters.postgresql.cnpg.io, -n, shop]
            source: assumption
          - id: verify_api
            title: Wait until the API answers
            verify:
              run: [curl, -f, "https://api.example.com/health"]
              succeeds: true
              every: 10s
              deadline: 20m
            source: assumption
        """
}
