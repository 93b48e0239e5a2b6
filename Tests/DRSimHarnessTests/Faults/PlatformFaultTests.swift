import DRSimHarness
import DRSimPlan
import DRSimTrace
import DRSimUnits
import DRSimWorld
import Testing

/// What applications are delivered by and reached through: certificates, registry, Git, Argo CD, DNS.
@Suite struct PlatformFaultTests {
    private let api: ServiceID = "core_erp_api"

    private func world(_ fault: PlatformFault, at level: String = "l3-named") throws -> World {
        var staged = try Staged(level)
        staged.isControl = true
        staged.strike(.platform(fault), at: .minutes(10), for: .minutes(60))
        return staged.rehearsal.world(seed: 1)
    }

    private func answer(_ world: inout World, _ line: String) -> CommandAnswer {
        world.execute(line.split(separator: " ").map(String.init), input: nil)
    }

    @Test func `turns users away from an expired certificate, until it is renewed`() throws {
        var world = try world(.certificateExpired(context: "prod-cluster", host: "api.itdo-erp.com"))
        world.run(through: .start + .minutes(20))
        #expect(world.trace.first(.serviceUnavailable, of: "core_erp_api") == .minutes(10))
        let curl = answer(&world, "curl -f https://api.itdo-erp.com/api/v1/health")
        #expect(curl.status == 60)
        #expect(curl.errors == "curl: (60) SSL certificate problem: certificate has expired")
        world.run()
        #expect(world.trace.first(.serviceRestored, of: "core_erp_api") == .minutes(70))
        #expect(answer(&world, "curl -f https://api.itdo-erp.com/api/v1/health").status == 0)
    }

    @Test func `lets users back as soon as a new certificate is in place`() throws {
        var world = try world(.certificateExpired(context: "prod-cluster", host: "api.itdo-erp.com"))
        world.run(through: .start + .minutes(20))
        func put(_ secret: String) -> CommandAnswer {
            world.execute(
                ["kubectl", "--context", "prod-cluster", "apply", "-f", "-"],
                input: #"{"apiVersion":"v1","kind":"Secret","metadata":{"name":"\#(secret)","#
                    + #""namespace":"production"},"stringData":{"tls.crt":"renewed"}}"#)
        }
        #expect(put("another").status == 0)
        #expect(answer(&world, "curl -f https://api.itdo-erp.com/api/v1/health").status == 60)
        #expect(put("itdo-erp-tls").status == 0)
        #expect(answer(&world, "curl -f https://api.itdo-erp.com/api/v1/health").status == 0)
        world.run()
        #expect(world.trace.first(.serviceRestored, of: "core_erp_api") == .minutes(20))
        #expect(world.trace.all(.faultHealed).count == 1)
    }

    @Test func `keeps new pods on new nodes waiting for their image, and starts warm ones`() throws {
        var world = try world(.registryOutage(context: "dr-cluster"))
        world.run(through: .start + .minutes(20))
        let scaled = answer(
            &world,
            "kubectl --context dr-cluster scale deployment backend-api --replicas=3 -n disaster-recovery")
        #expect(scaled.status == 0)
        let size = "minSize=2,maxSize=10,desiredSize=4"
        let nodes = answer(
            &world,
            "aws eks update-nodegroup-config --region us-east-1 --cluster-name itdo-erp-dr "
                + "--nodegroup-name production-nodes --scaling-config \(size)")
        #expect(nodes.status == 0)
        world.run(through: .start + .minutes(60))
        let waiting = world.trace.all(.podFailed).filter { $0.text.contains("ImagePullBackOff") }
        #expect(waiting.count == 1)
        let pods = answer(&world, "kubectl --context dr-cluster get pods -n disaster-recovery")
        #expect(pods.output.contains("ImagePullBackOff"))
        world.run()
        let ready = world.trace.all(.podReady, of: waiting[0].entity).map { $0.at - .start }
        #expect(ready.count == 1 && ready[0] > .minutes(70) && ready[0] < .minutes(85))
    }

    @Test func `cannot compare or sync while Git does not answer`() throws {
        var world = try world(.gitOutage)
        world.run(through: .start + .minutes(20))
        let status = "kubectl --context dr-cluster get application itdo-erp-dr -n argocd -o jsonpath="
        #expect(answer(&world, status + "{.status.sync.status}").output == "Unknown")
        let sync = answer(&world, "argocd app sync itdo-erp-dr --kube-context dr-cluster")
        #expect(sync.status == 20)
        #expect(sync.errors.contains("ComparisonError: Failed to load target state"))
        #expect(world.trace.all(.syncStarted) == [])
        world.run(through: .start + .minutes(71))
        #expect(answer(&world, status + "{.status.sync.status}").output == "Synced")
        #expect(answer(&world, "argocd app sync itdo-erp-dr --kube-context dr-cluster").status == 0)
    }

    @Test func `sets a manual change back while self-healing is on, and leaves it when it is off`() throws {
        var world = try world(.selfHealing(context: "dr-cluster", application: "itdo-erp-dr"))
        let patch = [
            "kubectl", "--context", "dr-cluster", "patch", "configmap", "backend-config",
            "-n", "disaster-recovery", "--type=merge", "-p", #"{"data":{"DATABASE_HOST":"elsewhere"}}"#,
        ]
        world.run(through: .start + .minutes(20))
        #expect(world.execute(patch, input: nil).status == 0)
        world.run(through: .start + .minutes(21))
        let reverted = world.trace.all(.fieldReverted, of: "backend-config")
        #expect(reverted.map { $0.at - .start } == [.minutes(20) + .seconds(5)])
        world.run(through: .start + .minutes(80))
        #expect(world.execute(patch, input: nil).status == 0)
        world.run()
        #expect(world.trace.all(.fieldReverted, of: "backend-config").count == 1)
    }

    @Test func `rolls a bad commit out to who syncs by itself, and its reverting too`() throws {
        let commit = PlatformFault.badCommit(
            path: "environments/disaster-recovery", deployment: "backend-api")
        // Only a plan with a node to spare gets as far as starting a pod of it.
        var world = try world(commit, at: "findings/F25")
        world.run()
        let synced = try #require(world.trace.first(.syncStarted))
        #expect(synced >= .minutes(12) && synced <= .minutes(13))
        let failed = world.trace.all(.podFailed).filter { $0.text.contains("readiness") }
        #expect(failed.count == 1)
        #expect(world.trace.first(.rolloutFinished, of: "backend-api", from: .minutes(70)) != nil)
        #expect(world.trace.served(api, at: .minutes(60)) == .all)
    }

    @Test func `leaves those alone who deploy a tag`() throws {
        let commit = PlatformFault.badCommit(
            path: "environments/disaster-recovery", deployment: "backend-api")
        var world = try world(commit, at: "l4-remediated")
        world.run()
        #expect(world.trace.all(.syncStarted) == [])
    }

    @Test func `points names it claims back at its own region, for as long as it claims them`() throws {
        var world = try world(.externalDNS(context: "prod-cluster"))
        let batch =
            #"{"Changes":[{"Action":"UPSERT","ResourceRecordSet":{"Name":"api.itdo-erp.com","Type":"CNAME","#
            + #""TTL":60,"ResourceRecords":[{"Value":"api-dr.us-east-1.elb.amazonaws.com"}]}}]}"#
        let change = [
            "aws", "route53", "change-resource-record-sets", "--hosted-zone-id", "Z123456789",
            "--change-batch", batch,
        ]
        world.run(through: .start + .minutes(20))
        #expect(world.execute(change, input: nil).status == 0)
        world.run(through: .start + .minutes(30))
        let reclaimed = world.trace.all(.namesReclaimed).map { $0.at - .start }
        #expect(reclaimed.count == 1 && reclaimed[0] <= .minutes(21))
        world.run(through: .start + .minutes(80))
        #expect(world.execute(change, input: nil).status == 0)
        world.run()
        #expect(world.trace.all(.namesReclaimed).count == 1)
    }

    @Test func `leaves names alone whose ingress is another controller's`() throws {
        var staged = try Staged("l4-remediated")
        (staged.incidentClass, staged.horizon) = ("level_2_region_outage", .hours(6))
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10), for: .hours(2))
        staged.strike(.platform(.externalDNS(context: "prod-cluster")), at: .minutes(10))
        let trace = staged.run().trace
        #expect(!trace.all(.dnsChanged).isEmpty)
        #expect(trace.all(.namesReclaimed) == [])
    }

    @Test func `fights with another that claims the same names, once a minute and no more`() throws {
        var staged = try Staged()
        (staged.isControl, staged.horizon) = (true, .minutes(70))
        for context in ["prod-cluster", "dr-cluster"] {
            staged.strike(.platform(.externalDNS(context: context)), at: .minutes(10))
        }
        let rounds = staged.run().trace.all(.namesReclaimed)
        #expect(rounds.count > 20 && rounds.count <= 240)
    }
}
