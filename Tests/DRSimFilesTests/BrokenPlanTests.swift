import DRSimDocument
import Testing

struct BrokenPlanTests {
    @Test(arguments: rows) func `says first what is wrong with a broken plan`(plan: BrokenPlan) throws {
        #expect(try plan.lines().first == "\(plan.file):\(plan.line)")
    }

    @Test(
        arguments: [
            BrokenPlan(
                "controller.yaml", "required: 1, window: 1", "required: 3, window: soon",
                "15:34: DR007 expected a whole number, found `soon`"),
            BrokenPlan(
                "topology.yaml", "min: 1, max: 6, ", "min: 1, ", "11:11: DR006 a node group needs `max`"),
        ]) func `compares nothing with a value that could not be read`(plan: BrokenPlan) throws
    {
        #expect(try plan.lines() == ["\(plan.file):\(plan.line)"])
    }

    @Test func `says what is wrong with a folder's name at the manifests in it`() throws {
        let plan = BrokenPlan("topology.yaml", "context: east-context", "context: east", "")
        let manifests = "manifests/installed/east-context/orders.yaml"
        let line = "DR011 there is no context `east-context`"
        #expect(try plan.lines() == ["\(manifests):1:1: \(line)", "\(manifests):9:1: \(line)"])
    }

    static let rows: [BrokenPlan] = [
        // DR002: text that is not well-formed.
        BrokenPlan(
            "plan.yaml", "title: The shop", "title: \"The shop",
            "2:8: DR002 while scanning a quoted scalar: found unexpected end of stream"),
        BrokenPlan(
            "plan.yaml", "title: The shop", "title: The: shop",
            "2:11: DR002 mapping values are not allowed in this context"),
        BrokenPlan(
            "plan.yaml", "title: The shop", "\ttitle: The shop",
            "2:1: DR002 found a tab character that violates indentation"),
        BrokenPlan(
            "plan.yaml", "title: The shop", "title: @shop",
            "2:8: DR002 found character that cannot start any token"),
        BrokenPlan(
            "plan.yaml", "source: L1", "source: L1\n---\nid: other",
            "6:1: DR002 a second document begins here, but this file can have only one"),
        BrokenPlan(
            "plan.yaml", "title: The shop", "title: !secret shop",
            "2:8: DR002 the tag `!secret` is not part of the format"),
        BrokenPlan(
            "plan.yaml", "id: shop", "? [id]\n: shop", "1:3: DR002 a key must be a single word or text"),
        // DR003: the same key twice.
        BrokenPlan("plan.yaml", "source: L1", "id: again", "4:1: DR003 the key `id` is there twice"),
        BrokenPlan(
            "people.yaml", "pages: true, ", "pages: true, pages: false, ",
            "6:32: DR003 the key `pages` is there twice"),
        BrokenPlan(
            "services.yaml", "    tier: 1\n    revenue_share: 62.5%",
            "    tier: 1\n    \"tier\": 2\n    revenue_share: 62.5%",
            "5:5: DR003 the key `tier` is there twice"),
        // DR004: anchors and aliases.
        BrokenPlan(
            "plan.yaml", "title: The shop", "title: &name The shop",
            "2:8: DR004 an anchor is not part of the format"),
        BrokenPlan(
            "plan.yaml", "title: The shop", "title: *name", "2:8: DR004 an alias is not part of the format"),
        BrokenPlan(
            "services.yaml", "stores: [orders]", "stores: [&o orders]",
            "10:14: DR004 an anchor is not part of the format"),
        BrokenPlan(
            "people.yaml", "respond: true", "respond: true\n*roles : 1",
            "2:1: DR004 an alias is not part of the format"),
        BrokenPlan(
            "manifests/git/environments/recovery/app.yaml", "spec: {replicas: 2}", "spec:\n  <<: *base",
            "5:7: DR004 an alias is not part of the format"),
        // DR005: unknown keys.
        BrokenPlan(
            "plan.yaml", "title: The shop", "title: The shop\ntitel: Shop",
            "3:1: DR005 the plan has no key `titel`"),
        BrokenPlan(
            "controller.yaml", "cool_down: 0s", "cool_down: 0s\ncooldown: 5m",
            "18:1: DR005 the controller has no key `cooldown`"),
        BrokenPlan(
            "topology.yaml", "desired: 3, ", "desired: 3, spot: true, ",
            "11:55: DR005 a node group has no key `spot`"),
        BrokenPlan(
            "runbooks/failover.yaml", "retries: 2", "retrys: 2", "13:5: DR005 a step has no key `retrys`"),
        BrokenPlan(
            "runbooks/failover.yaml", "wait: 5m,", "wait: 5m, sleep: 5m,",
            "16:50: DR005 a step has no key `sleep`"),
        BrokenPlan(
            "services.yaml", "  - id: login", "  - $before: checkout\n    id: login",
            "13:5: DR005 a service has no key `$before`"),
        // DR006: missing keys.
        BrokenPlan("plan.yaml", "id: shop\n", "", "1:1: DR006 the plan needs `id`"),
        BrokenPlan(
            "plan.yaml", "title: The shop", "title:", "2:1: DR006 the plan needs a value of `title`"
        ),
        BrokenPlan(
            "business-impact.yaml", "rto: 1d, source: L4", "rto: 1d", "14:5: DR006 a tier needs `source`"),
        BrokenPlan(
            "controller.yaml", "  - {signal: dns_resolution, duration: 200ms, timeout: 5s, source: C1}\n", "",
            "8:3: DR006 there is no check of `dns_resolution`"),
        BrokenPlan(
            "runbooks/failover.yaml", "wait: 5m, ", "",
            "16:5: DR006 a step needs one of `run`, `call`, `wait`, `verify`, `approve`, `notify`, "
                + "`follow`"
        ),
        BrokenPlan(
            "manifests/git/environments/recovery/app.yaml", "metadata: {name: checkout, ", "metadata: {",
            "1:1: DR006 a manifest needs `metadata.name`"),
        BrokenPlan(
            "success-metrics.yaml", "at_least: 95%, ", "",
            "1:3: DR006 a success metric needs one of `at_least`, `at_most`, `within`"),
        // DR007: wrong types.
        BrokenPlan(
            "plan.yaml", "objectives: {rto: 4h, rpo: 1h}", "objectives: 4h",
            "3:13: DR007 expected the objectives, a mapping, found `4h`"),
        BrokenPlan(
            "plan.yaml", "title: The shop", "title: [The, shop]",
            "2:8: DR007 expected a single value, found a list"),
        BrokenPlan(
            "services.yaml", "needs: [login]", "needs: login", "11:12: DR007 expected a list, found `login`"),
        BrokenPlan(
            "services.yaml", "stores: [orders]", "stores: [{id: orders}]",
            "10:14: DR007 expected a single value, found a mapping"),
        BrokenPlan(
            "controller.yaml", "latch: false", "latch: off", "16:8: DR007 expected true or false, found `off`"
        ),
        BrokenPlan(
            "controller.yaml", "latch: false", "latch: \"false\"",
            "16:8: DR007 expected true or false, found the text \"false\""),
        BrokenPlan(
            "controller.yaml", "required: 1", "required: one",
            "15:23: DR007 expected a whole number, found `one`"),
        BrokenPlan(
            "business-impact.yaml", "hourly_revenue: 1000", "hourly_revenue: 1,000",
            "2:17: DR007 expected an amount of money, found `1,000`"),
        BrokenPlan(
            "business-impact.yaml", "reputation_multiplier: 2.5", "reputation_multiplier: twice",
            "5:24: DR007 expected a number, found `twice`"),
        BrokenPlan(
            "controller.yaml", "poll_interval: 30s", "poll_interval: half a minute",
            "2:16: DR007 expected a duration, found `half a minute`"),
        BrokenPlan(
            "controller.yaml", "poll_interval: 30s", "poll_interval: 30sec",
            "2:16: DR007 expected a duration, found `30sec`"),
        BrokenPlan(
            "controller.yaml", "poll_interval: 30s", "poll_interval: 30s5m",
            "2:16: DR007 expected a duration, found `30s5m`"),
        BrokenPlan(
            "backups.yaml", "\"02:00\"", "2 o'clock",
            "1:11: DR007 expected a time of day such as `02:00`, found `2 o'clock`"),
        BrokenPlan(
            "plan.yaml", "id: shop\ntitle: The shop\nobjectives: {rto: 4h, rpo: 1h}\nsource: L1", "- shop",
            "1:1: DR007 expected the plan, a mapping, found a list"),
        BrokenPlan(
            "incident-classification.yaml", "- id: region_lost", "- region_lost\n- id: region_lost",
            "1:3: DR007 expected an incident class, a mapping, found `region_lost`"
        ),
        // DR008: values that are not allowed.
        BrokenPlan(
            "topology.yaml", "role: dr", "role: secondary",
            "14:11: DR008 `secondary` is not one of the values allowed here"),
        BrokenPlan("topology.yaml", "role: dr", "role: primary", "2:3: DR008 2 regions are primary and 0 dr"),
        BrokenPlan(
            "topology.yaml", "zones: [west-a]", "zones: []", "15:12: DR008 a region has at least one zone"),
        BrokenPlan(
            "topology.yaml", "12.5%, 10%]", "12.5%]", "30:10: DR008 a day has 24 hours, found 23 values"),
        BrokenPlan(
            "success-metrics.yaml", "id: detection", "id: detecton",
            "2:8: DR008 `detecton` is not one of the values allowed here"),
        BrokenPlan(
            "success-metrics.yaml", "within: 5m", "within: 5m, at_most: 1%",
            "2:53: DR008 a success metric has `within` and `at_most`, but only one can hold"
        ),
        BrokenPlan(
            "runbooks/failover.yaml", "wait: 5m,", "wait: 5m, call: sleep,",
            "16:50: DR008 a step has `wait` and `call`, but only one can hold"),
        BrokenPlan(
            "runbooks/failover.yaml", "run: [kubectl, cnpg, promote, orders, --context, west-context]",
            "run: []", "11:10: DR008 a command needs a program to run"),
        BrokenPlan(
            "assumptions.yaml", "unit: bytes_per_second", "unit: bites",
            "3:55: DR008 `bites` is not one of the values allowed here"),
        // DR009: numbers without their unit.
        BrokenPlan(
            "controller.yaml", "poll_interval: 30s", "poll_interval: 30", "2:16: DR009 `30` has no unit"),
        BrokenPlan(
            "controller.yaml", "cool_down: 0s", "cool_down: 0", "17:12: DR009 `0` has no unit"
        ),
        BrokenPlan(
            "services.yaml", "revenue_share: 62.5%", "revenue_share: 62.5", "5:20: DR009 `62.5` has no unit"),
        BrokenPlan("topology.yaml", "memory: 16Gi", "memory: 16", "11:73: DR009 `16` has no unit"),
        BrokenPlan(
            "assumptions.yaml", "id: node_start", "id: node_strat",
            "1:8: DR005 nothing reads the assumption `node_strat`"),
        BrokenPlan("assumptions.yaml", "p50: 150s", "p50: 150", "2:36: DR009 `150` has no unit"),
        // DR010: numbers out of range.
        BrokenPlan(
            "controller.yaml", "poll_interval: 30s", "poll_interval: -30s",
            "2:16: DR010 a duration cannot be negative: `-30s`"),
        BrokenPlan(
            "controller.yaml", "poll_interval: 30s", "poll_interval: 0s",
            "2:16: DR010 this duration cannot be zero"),
        BrokenPlan(
            "controller.yaml", "poll_interval: 30s", "poll_interval: 300000000000d",
            "2:16: DR010 the duration `300000000000d` is too large to be counted"),
        BrokenPlan(
            "controller.yaml", "poll_interval: 30s", "poll_interval: 36526d",
            "2:16: DR010 the duration `36526d` is longer than a hundred years (36525d)"),
        BrokenPlan(
            "controller.yaml", "poll_interval: 30s", "poll_interval: 99999999999999999999s",
            "2:16: DR010 the duration `99999999999999999999s` is too large to be counted"),
        BrokenPlan(
            "controller.yaml", "poll_interval: 30s", "poll_interval: 0.5ms",
            "2:16: DR010 the duration `0.5ms` is finer than a millisecond"),
        BrokenPlan(
            "controller.yaml", "required: 1", "required: 3", "15:23: DR010 3 of 1 checks can never agree"),
        BrokenPlan(
            "services.yaml", "revenue_share: 62.5%", "revenue_share: 162.5%",
            "5:20: DR010 a share lies between 0% and 100%: `162.5%`"),
        BrokenPlan(
            "business-impact.yaml", "hourly_revenue: 1000", "hourly_revenue: -1000",
            "2:17: DR010 an amount of money cannot be negative: `-1000`"),
        BrokenPlan(
            "business-impact.yaml", "hourly_revenue: 1000", "hourly_revenue: 0.001",
            "2:17: DR010 the amount `0.001` is finer than a cent"),
        BrokenPlan(
            "business-impact.yaml", "hourly_revenue: 1000", "hourly_revenue: 90000000000000000",
            "2:17: DR010 the amount `90000000000000000` is more than 1000000000000"),
        BrokenPlan(
            "business-impact.yaml", "reputation_multiplier: 2.5", "reputation_multiplier: 1e15",
            "5:24: DR010 `1e15` is more than 1,000,000"),
        BrokenPlan(
            "topology.yaml", "peak_transactions_per_second: 50", "peak_transactions_per_second: 1e15",
            "32:33: DR010 `1e15` is more than 1,000,000"),
        BrokenPlan(
            "topology.yaml", "wal_per_transaction: 8kB", "wal_per_transaction: 9000000TB",
            "33:24: DR010 the size `9000000TB` is more than 1000TB"),
        BrokenPlan(
            "topology.yaml", "wal_per_transaction: 8kB", "wal_per_transaction: 1GB",
            "33:24: DR010 the peak load writes more than 1GB of write-ahead log a second"),
        BrokenPlan(
            "business-impact.yaml", "rto: 1h,", "rto: 0m,", "13:39: DR010 this duration cannot be zero"),
        BrokenPlan(
            "services.yaml", "deployment: checkout", "deployment: chekout",
            "9:22: DR011 there is no deployment `chekout`"),
        BrokenPlan(
            "topology.yaml", "cpu: 3500m", "cpu: 1000001",
            "22:60: DR010 the CPU `1000001` is more than a million cores"),
        BrokenPlan(
            "topology.yaml", "max: 6", "max: 451", "11:40: DR010 `451` is not between 0 and 450"
        ),
        BrokenPlan(
            "topology.yaml", "desired: 3", "desired: 7", "11:52: DR010 7 is not between 1 and 6"
        ),
        BrokenPlan("backups.yaml", "02:00", "25:00", "1:11: DR010 `25:00` is no time of day"),
        BrokenPlan("backups.yaml", "hour: 3", "hour: 24", "2:39: DR010 `24` is not between 0 and 23"),
        BrokenPlan("assumptions.yaml", "p95: 330s", "p95: 30s", "2:47: DR010 `p95` is less than `p50`"),
        BrokenPlan("assumptions.yaml", "high: 2", "high: 0.5", "13:76: DR010 `high` is less than `mode`"),
        // DR011: names of nothing.
        BrokenPlan(
            "services.yaml", "host: api.example.com\n    path: /checkout",
            "host: apo.example.com\n    path: /checkout",
            "6:11: DR011 there is no DNS record for `apo.example.com`"),
        BrokenPlan(
            "services.yaml", "tier: 1\n    revenue_share: 62.5%", "tier: 3\n    revenue_share: 62.5%",
            "4:11: DR011 there is no tier `3`"),
        BrokenPlan(
            "services.yaml", "needs: [login]", "needs: [logim]", "11:13: DR011 there is no service `logim`"),
        BrokenPlan(
            "services.yaml", "stores: [orders]", "stores: [order]", "10:14: DR011 there is no store `order`"),
        BrokenPlan(
            "controller.yaml", "runbook: failover", "runbook: fail-over",
            "21:61: DR011 there is no runbook `fail-over`"),
        BrokenPlan(
            "controller.yaml", "class: region_lost", "class: region_loss",
            "21:39: DR011 there is no incident class `region_loss`"),
        BrokenPlan("controller.yaml", "role: manager", "role: boss", "19:18: DR011 there is no role `boss`"),
        BrokenPlan(
            "controller.yaml", "alert_channels: [pager]", "alert_channels: [pager, fax]",
            "23:25: DR011 there is no channel `fax`"),
        BrokenPlan(
            "people.yaml", "hosted_in: east", "hosted_in: eats", "7:43: DR011 there is no region `eats`"),
        BrokenPlan(
            "people.yaml", "runbook: failover", "runbook: fallover",
            "9:35: DR011 there is no runbook `fallover`"),
        BrokenPlan(
            "topology.yaml", "value: lb.east.example.com}",
            "value: lb.east.example.com, weighted: {set: east, weight: 256}}",
            "28:113: DR010 a weight is a whole number from 0 to 255"),
        BrokenPlan(
            "topology.yaml", "value: lb.east.example.com}",
            "value: lb.east.example.com, weighted: {set: e, weight: 1}, failover: {to: lb, interval: 10s}}",
            "28:93: DR008 a record is chosen by weight or by `failover`, not both"),
        BrokenPlan(
            "topology.yaml", "value: lb.east.example.com}",
            "value: lb.east.example.com, failover: {to: lb, interval: 1ms}}",
            "28:112: DR010 a health check looks every 10s or every 30s"),
        BrokenPlan(
            "topology.yaml", "value: lb.east.example.com}",
            "value: lb.east.example.com, failover: {to: lb, interval: 10s, threshold: 0}}",
            "28:128: DR010 `0` is not between 1 and 10"),
        BrokenPlan(
            "controller.yaml", "poll_interval: 30s", "poll_interval: PT1X",
            "2:16: DR007 expected a duration, found `PT1X`"),
        BrokenPlan(
            "backups.yaml", "source: L18,", "source: L18, key: 'db/{idd}',",
            "6:54: DR008 `{idd}` is no placeholder"),
        BrokenPlan(
            "topology.yaml", "type: CNAME", "type: cname",
            "28:37: DR008 `cname` is not one of the values allowed here"),
        BrokenPlan(
            "topology.yaml", "value: lb.east.example.com}", "values: [lb.east, lb.west]}",
            "28:63: DR008 a CNAME stands for one name"),
        BrokenPlan(
            "topology.yaml", "value: lb.east.example.com}", "value: lb.east.example.com, values: [lb]}",
            "28:91: DR008 a record has one `value` or several `values`, not both"),
        BrokenPlan(
            "topology.yaml", "value: lb.east.example.com}",
            "value: lb.east.example.com}\n    - {name: api.example.com, type: CNAME, ttl: 1m, value: lb}",
            "29:7: DR008 another record of type CNAME has the name api.example.com"),
        BrokenPlan(
            "topology.yaml", "control_plane: west", "control_plane: north",
            "26:18: DR011 there is no region `north`"),
        BrokenPlan(
            "runbooks/failover.yaml", "channels: [chat]", "channels: [chats]",
            "23:26: DR011 there is no channel `chats`"),
        // DR012: names given twice.
        BrokenPlan("services.yaml", "id: login", "id: checkout", "11:13: DR011 there is no service `login`"),
        BrokenPlan("business-impact.yaml", "number: 2", "number: 1", "14:14: DR012 `1` is there twice"),
        BrokenPlan(
            "topology.yaml", "zones: [west-a]", "zones: [east-a]",
            "15:13: DR012 the zone `east-a` is there twice"),
        BrokenPlan(
            "runbooks/failover.yaml", "id: settle", "id: promote", "16:10: DR012 `promote` is there twice"),
        BrokenPlan(
            "manifests/installed/east-context/orders.yaml", "kind: Namespace\nmetadata: {name: production}",
            "kind: Cluster\nmetadata: {name: orders, namespace: production}",
            "11:18: DR012 `installed/east-context/Cluster/production/orders` is there twice"
        ),
        // DR013: circles.
        BrokenPlan(
            "services.yaml", "needs: []", "needs: [checkout]",
            "20:13: DR013 this closes a circle: `checkout` → `login` → `checkout`"),
        BrokenPlan(
            "services.yaml", "needs: []", "needs: [login]",
            "20:13: DR013 this closes a circle: `login` → `login`"),
        BrokenPlan(
            "people.yaml", "title: Manager,", "title: Manager, escalates_to: on_call,",
            "4:49: DR013 this closes a circle: `on_call` → `manager` → `on_call`"),
        // DR016: sums that do not come out.
        BrokenPlan(
            "services.yaml", "revenue_share: 37.5%", "revenue_share: 37.4999%",
            "2:3: DR016 the revenue shares sum to 99.9999%, not 100%"),
        BrokenPlan(
            "assumptions.yaml", "weight: 75%", "weight: 70%", "12:7: DR016 the weights sum to 95%, not 100%"),
    ]
}
