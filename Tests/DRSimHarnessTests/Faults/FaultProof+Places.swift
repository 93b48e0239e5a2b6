import DRSimHarness
import DRSimPlan
import DRSimUnits
import DRSimWorld

// Proofs for faults of places and of what the provider offers.

extension FaultProof {
    private static let west: RegionID = "us-west-2"
    private static let east: RegionID = "us-east-1"

    static func proofs(of name: SiteFault.Name) -> [FaultProof] {
        switch name {
        case .regionOutage:
            [FaultProof(kind: .site(.regionOutage(west)), look: .served(), patience: 25)]
        case .zoneOutage:
            [
                FaultProof(
                    kind: .site(.zoneOutage(.named("us-west-2a"))),
                    look: .prints("kubectl get nodes", without: "NotReady"), patience: 2)
            ]
        case .nodeLoss: [node]
        case .partition:
            [
                FaultProof(
                    kind: .site(.partition(west, east)),
                    look: .goesOn(.replicationBroken, .replicationResumed)
                )
            ]
        case .oneWayCut:
            [
                FaultProof(kind: .site(.oneWayCut(from: .clients, to: .region(west))), look: .served()),
                FaultProof(
                    kind: .site(.oneWayCut(from: .region(west), to: .region(east))),
                    look: .goesOn(.replicationBroken, .replicationResumed)),
            ]
        case .linkDegradation:
            [
                FaultProof(
                    kind: .site(.linkDegradation(west, east, latency: .zero, loss: .percent(1))),
                    look: .losesLess(than: .minutes(1)), patience: 10)
            ]
        case .greyFailure:
            [
                FaultProof(kind: .site(.greyFailure(.region(west), share: .percent(30))), look: .served()),
                FaultProof(
                    kind: .site(.greyFailure(.zone("us-west-2a"), share: .percent(50))), look: .served()),
            ]
        }
    }

    /// A node of a region that has no machine to replace it, so that its own return is what mends it.
    private static let node = FaultProof(
        kind: .site(.nodeLoss(.named("ip-10-0-0-4.us-west-2.compute.internal"))),
        look: .prints("kubectl get nodes", without: "NotReady"), patience: 2
    ) { staged in
        staged.isControl = true
        staged.fix("capacity_refusal", at: 1)
        staged.strike(.provider(.capacityShortage(west)), at: .zero)
    }

    static func proofs(of name: ProviderFault.Name) -> [FaultProof] {
        switch name {
        case .objectStoreOutage:
            [
                FaultProof(
                    kind: .provider(.objectStoreOutage(west)), look: .works("aws s3 ls s3://itdo-erp-backups")
                )
            ]
        case .keyUnavailable:
            ProviderFault.KeyTrouble.allCases.map { trouble in
                FaultProof(
                    kind: .provider(.keyUnavailable(key: "backup-key-id", region: west, trouble)),
                    look: .works("aws kms encrypt --key-id backup-key-id --plaintext aGk="))
            }
        case .credentialTheft: [theft]
        case .capacityShortage: [shortage]
        case .dnsControlPlaneOutage:
            [FaultProof(kind: .provider(.dnsControlPlaneOutage), look: .works(change))]
        }
    }

    /// A command that points a public name at the recovery region.
    static let change =
        "aws route53 change-resource-record-sets --hosted-zone-id Z123456789 --change-batch "
        + #"{"Changes":[{"Action":"UPSERT","ResourceRecordSet":{"Name":"api.itdo-erp.com","Type":"CNAME","#
        + #""TTL":60,"ResourceRecords":[{"Value":"api-dr.us-east-1.elb.amazonaws.com"}]}}]}"#

    /// What was stored in the first minute is there no more.
    private static let theft = FaultProof(
        kind: .provider(.credentialTheft(identity: "platform")),
        look: .trial { staged, time in
            var world = staged.rehearsal.world(seed: 1)
            world.run(to: .minutes(1))
            let put = "aws s3api put-object --bucket itdo-erp-backups --key database/monday"
            guard world.answer(put).status == 0 else { return false }
            world.run(to: time)
            return world.answer("aws s3 ls s3://itdo-erp-backups/database/").output.contains("monday")
        }, end: .never
    ) { staged in
        staged.isControl = true
        staged.plan.backups.isDeployed = false
    }

    /// Two more nodes are asked for.
    private static let shortage = FaultProof(
        kind: .provider(.capacityShortage(east)),
        look: .stays(.capacityRefused, for: 1) { world in
            world.answer(
                "aws eks update-nodegroup-config --region us-east-1 --cluster-name itdo-erp-dr "
                    + "--nodegroup-name production-nodes --scaling-config minSize=2,maxSize=10,desiredSize=4"
            ).status == 0
        }
    ) { staged in
        staged.isControl = true
        staged.fix("capacity_refusal", at: 1)
    }
}
