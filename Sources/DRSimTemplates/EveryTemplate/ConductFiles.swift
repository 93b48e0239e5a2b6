/// How a plan is carried out: the parts of files that templates share.
enum ConductFiles {
    /// The controller, but for what it is for and what it does about each disaster.
    static func controller(opening: String, responses: String) -> String {
        """
        \(opening)
        poll_interval: 30s
        error_interval: 60s
        probe_failure: unhealthy # what a check that hangs counts as
        replica_database: in-region
        health_checks: probed
        checks:
          - {signal: primary_database, duration: 50ms, timeout: 5s, source: assumption}
          - {signal: replica_database, duration: 50ms, timeout: 5s, source: assumption}
          - {signal: application_pods, duration: 100ms, timeout: 5s, source: assumption}
          - {signal: ingress_controller, duration: 50ms, timeout: 5s, source: assumption}
          - {signal: dns_resolution, duration: 50ms, timeout: 5s, source: assumption}
          - {signal: storage_systems, duration: 50ms, timeout: 5s, source: assumption}
          - {signal: network_connectivity, duration: 50ms, timeout: 5s, source: assumption}

        # EDIT: {required: 1, window: 1} is faster and believes every blip.
        detection: {required: 3, window: 5}
        latch: true # a second failover waits until people have reset it
        cool_down: 30m
        obeys_approval_policy: true # EDIT: false fails over without asking
        approval: {role: incident_commander, timeout: 2h}
        responses: # a disaster without a runbook is left to people
        \(responses)
        alert_channels: [pager, chat]
        defined_functions: []
        """
    }

    /// Who acts, and by which playbooks.
    static func people(playbooks: String) -> String {
        """
        # Who acts, and how they are reached. How long everything takes stands in assumptions.yaml.
        respond: true # EDIT: false shows what automation alone does
        prepared: true # criteria for declaring a disaster were agreed beforehand

        roles:
          - id: on_call
            title: Engineer on call
            escalates_to: incident_commander
            approves: false
            source: assumption
          - {id: incident_commander, title: Incident commander, approves: true, source: assumption}

        channels:
          - {name: pager, pages: true, source: assumption}
          - {name: chat, pages: false, source: assumption}
          - {name: status_page, pages: false, source: assumption}

        # Runbooks that people carry out by hand, by the class of the incident.
        playbooks:
        \(playbooks)
        """
    }
}
