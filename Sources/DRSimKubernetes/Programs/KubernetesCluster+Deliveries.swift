import DRSimDocument
package import DRSimKernel
package import DRSimUnits
import OrderedCollections

extension KubernetesCluster {
    /// The image of the first container of a deployment; `nil` if there is no such deployment.
    package func image(ofDeployment name: String, namespace: String) -> String? {
        guard let index = deploymentIndex(namespace, name) else { return nil }
        return deployments[index].specification.template.containers.first?["image"]?.string
    }

    /// A delivery gives the first container of a deployment another image. While the API server does not
    /// answer, the delivery fails and changes nothing.
    package mutating func setImage(
        ofDeployment name: String, namespace: String, to image: String, at now: Instant, draws: Draws,
        effects: inout Effects<KubernetesEvent, KubernetesFact>
    ) {
        guard let index = deploymentIndex(namespace, name),
            let container = deployments[index].specification.template.containers.first?["name"]
        else { return }
        let containers: JSONValue = [["name": container, "image": .string(image)]]
        _ = try? patch(
            .deployments, namespace: namespace, name: name,
            with: ["spec": ["template": ["spec": ["containers": containers]]]], strategy: .strategic, at: now,
            draws: draws, effects: &effects)
    }
}

extension GitContent {
    /// The content after a commit that gives the first container of a deployment in a folder another image;
    /// `nil` if the folder has no such deployment.
    package func settingImage(
        ofDeployment name: String, inFolder path: String, by change: (String) -> String
    ) -> GitContent? {
        var content = self
        content.revision += 1
        guard
            let index = folders[path]?.firstIndex(where: {
                $0["kind"] == "Deployment" && $0[path: "metadata", "name"]?.string == name
            }), let object = folders[path]?[index],
            let pointer = JSONPointer("/spec/template/spec/containers/0/image"),
            let changed = pointer.changing(object, { .string(change($0?.string ?? "")) })
        else { return nil }
        content.folders[path]?[index] = changed
        return content
    }
}
