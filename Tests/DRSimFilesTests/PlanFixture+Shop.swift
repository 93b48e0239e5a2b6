import DRSimPlan

extension PlanFixture {
    /// The plan of a shop in two regions.
    static let shop: [String: String] = [
        "plan.yaml": """
        id: shop
        title: The shop
        objectives: {rto: 4h, rpo: 1h}
        source: L1

        """,
        "business-impact.yaml": """
        currency: EUR
        hourly_revenue: 1000
        operational_cost_per_hour: 250.50
        compliance_penalty_per_day: 5000
        reputation_multiplier: 2.5
        readings:
          penalty: started_day
          penalty_from: rto
          reputation: of_lost_revenue
          include_data_loss: false
        source: L2
        tiers:
          - {number: 1, title: CRITICAL, rto: 1h, rpo: 15m, max_acceptable_loss: 3125, source: L3}
          - {number: 2, title: MINOR, rto: 1d, source: L4}

        """,
        "incident-classification.yaml": """
        - id: region_lost
          family: infrastructure
          title: A region is lost
          rto: 4h
          rpo: 1h
          auto_failover: false
          procedures: [failover]
          source: L5
        - id: data_corrupted
          family: data
          title: Data is corrupted
          rto: 2h
          rpo: point_in_time
          auto_failover: true
          source: L6

        """,
        "topology.yaml": """
        regions:
          - id: east
            role: primary
            zones: [east-a, east-b]
            cluster:
              name: shop-east
              context: east-context
              namespace: production
              load_balancer: lb.east.example.com
              node_groups:
                - {name: workers, min: 1, max: 6, desired: 3, cpu: "4", memory: 16Gi}
            source: L7
          - id: west
            role: dr
            zones: [west-a]
            cluster:
              name: shop-west
              context: west-context
              namespace: recovery
              load_balancer: lb.west.example.com
              node_groups:
                - {name: workers, min: 0, max: 6, desired: 1, cpu: 3500m, memory: 16GB}
            source: L8
        dns:
          zone_id: Z1
          control_plane: west
          records:
            - {name: api.example.com, type: CNAME, ttl: 300s, value: lb.east.example.com}
        load:
          hours: [10%, 10%, 10%, 10%, 10%, 10%, 20%, 40%, 60%, 80%, 100%, 100%,
                  100%, 100%, 100%, 100%, 90%, 80%, 60%, 40%, 30%, 20%, 12.5%, 10%]
          peak_transactions_per_second: 50
          wal_per_transaction: 8kB
          source: assumption

        """,
        "services.yaml": """
        services:
          - id: checkout
            title: Checkout
            tier: 1
            revenue_share: 62.5%
            host: api.example.com
            path: /checkout
            workloads:
              - {deployment: checkout, peak_load_pods: 2.5}
            stores: [orders]
            needs: [login]
            source: L9
          - id: login
            title: Login
            tier: 1
            revenue_share: 37.5%
            host: api.example.com
            workloads: []
            stores: []
            needs: []
            source: L10
        stores:
          - {id: orders, title: Orders, kind: postgres, host_key: DATABASE_HOST, source: L11}

        """,
        "controller.yaml": """
        location: third
        poll_interval: 30s
        error_interval: 60s
        probe_failure: unhealthy
        replica_database: in-region
        health_checks: probed
        checks:
          - {signal: primary_database, duration: 200ms, timeout: 5s, source: C1}
          - {signal: replica_database, duration: 200ms, timeout: 5s, source: C1}
          - {signal: application_pods, duration: 200ms, timeout: 5s, source: C1}
          - {signal: ingress_controller, duration: 200ms, timeout: 5s, source: C1}
          - {signal: dns_resolution, duration: 200ms, timeout: 5s, source: C1}
          - {signal: storage_systems, duration: 200ms, timeout: 5s, source: C1}
          - {signal: network_connectivity, duration: 200ms, timeout: 5s, source: C1}
        detection: {required: 1, window: 1}
        latch: false
        cool_down: 0s
        obeys_approval_policy: false
        approval: {role: manager, timeout: 30m}
        responses:
          - {disaster: region_failure, class: region_lost, runbook: failover, source: L12}
          - {disaster: az_failure, source: L13}
        alert_channels: [pager]
        defined_functions: []

        """,
        "people.yaml": """
        respond: true
        roles:
          - {id: on_call, title: On call, escalates_to: manager, approves: false, source: L14}
          - {id: manager, title: Manager, approves: true, source: L15}
        channels:
          - {name: pager, pages: true, source: L16}
          - {name: chat, pages: false, hosted_in: east, source: L16}
        playbooks:
          - {class: region_lost, runbook: failover, not_before: 15m, source: L17}

        """,
        "backups.yaml": """
        daily_at: "02:00"
        verification: {weekday: sunday, hour: 3}
        poll_interval: 60s
        error_interval: 5m
        components:
          - {name: database, copied: true, source: L18, dump: {run: [pg_dump, shop]}}
        retention:
          - {name: daily, count: 30}
        bucket: backups
        recovery_bucket: backups-west

        """,
        "assumptions.yaml": """
        - {id: node_start, title: A node starts, unit: seconds, source: C2, confidence: primary,
           distribution: {lognormal: {p50: 150s, p95: 330s}}}
        - {id: dump_restore_rate, title: Restores read, unit: bytes_per_second, source: C3,
           confidence: secondary, distribution: {uniform: {low: 80MB, high: 1GB}}}
        - id: page_acknowledge_night_factor
          title: People are slower at night
          unit: number
          source: assumption
          confidence: estimate
          distribution:
            mixture:
              - {weight: 25%, distribution: {constant: 0.5}}
              - {weight: 75%, distribution: {triangular: {low: 0.5, mode: 1, high: 2}}}

        """ + askedAssumptions,
        "success-metrics.yaml": """
        - {id: rto, title: Recoveries in time, at_least: 95%, source: L19}
        - {id: detection, title: Detected soon, within: 5m, source: L20}

        """,
        "runbooks/failover.yaml": """
        id: failover
        title: Fail over to the west
        source: L21
        steps:
          - id: ask
            title: Ask the manager
            approve: {role: manager, question: Shall we?, timeout: 30m}
            source: L22
          - id: promote
            title: Promote the replica
            run: [kubectl, cnpg, promote, orders, --context, west-context]
            timeout: 2m
            retries: 2
            retry_delay: 10s
            source: L23
          - {id: settle, title: Let it settle, wait: 5m, source: L24}
          - id: check
            title: Check the answer
            verify: {run: [curl, -f, "https://api.example.com"], succeeds: true, every: 10s, deadline: 10m}
            on_failure: continue
            source: L25
          - {id: tell, title: Tell people, source: L26,
             notify: {channels: [chat], audience: stakeholders, message: We have moved.}}

        """,
        "manifests/installed/east-context/orders.yaml": """
        apiVersion: postgresql.cnpg.io/v1
        kind: Cluster
        metadata: {name: orders, namespace: production}
        spec:
          instances: 3
          enableSuperuserAccess: on
          postgresql: {parameters: {wal_compression: "on", max_connections: '100'}}
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: production}

        """,
        "manifests/git/environments/recovery/app.yaml": """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: checkout, namespace: recovery}
        spec: {replicas: 2}

        """,
    ]

    /// What the model asks every plan for besides, a line each.
    private static let askedAssumptions = AssumptionName.allCases
        .filter { ![.nodeStart, .dumpRestoreRate, .pageAcknowledgeNightFactor].contains($0) }
        .map { name in
            let unit = name.measure.unit
            let figure = [.seconds: "10s", .bytes: "10MB", .bytesPerSecond: "10MB"][unit] ?? "0.5"
            return "- {id: \(name.rawValue), title: Asked for, unit: \(unit.rawValue), source: C4, "
                + "confidence: estimate, distribution: {constant: \(figure)}}\n"
        }.joined()
}
