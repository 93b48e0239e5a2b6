import DRSimDocument
import DRSimKernel
import DRSimKubernetes
import DRSimPlan
import DRSimShell
import DRSimTrace
import DRSimUnits

extension World {
    /// Submits the document's own manifests to the clusters that run already, as the plan's first act.
    ///
    /// Submissions go back to no fault: they are what the trial opens with. An accepted manifest changes
    /// what runs, a refused one leaves it.
    mutating func submitManifests() {
        for manifest in blueprint.plan.manifests {
            guard case .document(let context) = manifest.origin,
                let region = blueprint.region(context: context)
            else { continue }
            submit(manifest, to: region)
        }
        mustEvaluate = false
        evaluateServices(cause: nil)
        controlRoom.view = healthView()
    }

    /// One that is refused for fields nobody knows is submitted again without that check, as people do who
    /// want their manifest in: the fields are dropped, and the operator's own admission has its say.
    private mutating func submit(_ manifest: Manifest, to region: Int) {
        let object = ObjectReference(manifest.object)
        let cluster = infrastructure.clusters[region].name
        let id = record(
            Narrative(
                .manifestSubmitted, object.name,
                "\(object.kind) \(object.name) is submitted to \(cluster) as the document has it",
                source: "plan:manifests/document", actor: .plan, phase: .installation),
            cause: nil)
        guard let refusal = apply(manifest.object, to: region, isStrict: true, cause: id) else { return }
        guard refusal.isAboutUnknownFields else { return }
        _ = apply(manifest.object, to: region, isStrict: false, cause: id)
    }

    private mutating func apply(
        _ object: JSONValue, to region: Int, isStrict: Bool, cause: FactID
    ) -> APIError? {
        let namespace = blueprint.regions[region].cluster.namespace
        var refusal: APIError?
        change(cluster: region, cause: cause) { [now, draws] cluster, effects in
            do throws(APIError) {
                _ = try cluster.apply(
                    object, namespace: namespace, isStrict: isStrict, at: now, draws: draws,
                    effects: &effects)
            } catch {
                refusal = error
            }
        }
        return refusal
    }
}

extension APIError {
    /// Whether it says that a manifest names fields the server does not know.
    fileprivate var isAboutUnknownFields: Bool { message.contains("unknown field") }
}
