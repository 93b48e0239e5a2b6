import DRSimDocument
import DRSimKernel
import DRSimUnits
import OrderedCollections

extension KubernetesCluster {
    /// A pod as the API shows it. Containers of a pod on a silent node stay `ready` in its status:
    /// only the pod's condition follows the node (D1).
    func rendered(_ pod: Pod) -> JSONValue {
        var metadata: JSONValue = [
            "creationTimestamp": .string(creation(pod.created)),
            "labels": .object(pod.template.labels.mapValues { .string($0) }), "name": .string(pod.name),
            "namespace": .string(pod.namespace),
            "ownerReferences": [["kind": .string(pod.owner.kind), "name": .string(pod.owner.name)]],
            "uid": .string(uid("pods", pod.namespace, pod.name, "\(pod.id)")),
        ]
        if let deleted = pod.deleted {
            metadata["deletionTimestamp"] = .string(timestamp(deleted))
            metadata["deletionGracePeriodSeconds"] = 30
        }
        var spec = pod.template.spec.object == nil ? [:] : pod.template.spec
        spec["containers"] = .array(pod.containers)
        if let node = pod.node { spec["nodeName"] = .string(nodes[node].name) }
        return [
            "apiVersion": "v1", "kind": "Pod", "metadata": metadata, "spec": spec, "status": status(of: pod),
        ]
    }

    private func status(of pod: Pod) -> JSONValue {
        guard let node = pod.node else {
            let isExplained = pod.state != .pending(reason: "")
            var scheduled = condition("PodScheduled", false, isExplained ? "Unschedulable" : .null)
            if case .pending(let reason) = pod.state, isExplained { scheduled["message"] = .string(reason) }
            return ["conditions": [scheduled], "phase": "Pending"]
        }
        var status: JSONValue = [
            "conditions": [
                condition("PodScheduled", true), condition("Initialized", true),
                condition("ContainersReady", pod.isReady), condition("Ready", pod.isReady),
            ],
            "containerStatuses": .array(containerStatuses(of: pod)),
            "phase": pod.seemsRunning || pod.restarts > 0 ? "Running" : "Pending",
            "startTime": .string(creation(pod.created)),
        ]
        status["hostIP"] = .string("10.0.\(node / 250).\(node % 250 + 4)")
        status["podIP"] = .string("10.1.\(pod.id / 250).\(pod.id % 250 + 4)")
        return status
    }

    private func containerStatuses(of pod: Pod) -> [JSONValue] {
        pod.containers.map { container in
            var state: JSONValue = ["running": ["startedAt": .string(creation(pod.created))]]
            if case .blocked(let reason) = pod.state {
                state = ["waiting": ["message": .string(reason), "reason": "CreateContainerConfigError"]]
            } else if pod.state == .withoutImage {
                let image = container["image"]?.string ?? ""
                state = [
                    "waiting": [
                        "message": .string("Back-off pulling image \"\(image)\""),
                        "reason": "ImagePullBackOff",
                    ]
                ]
            } else if pod.state == .crashed {
                state = ["waiting": ["reason": "CrashLoopBackOff"]]
            } else if !pod.seemsRunning, pod.restarts == 0 {
                state = ["waiting": ["reason": "ContainerCreating"]]
            }
            return [
                "image": container["image"] ?? "", "name": container["name"] ?? "",
                "ready": .bool(pod.seemsRunning && pod.state != .unready),
                "restartCount": .integer(pod.restarts), "state": state,
            ]
        }
    }

    /// A node as the API shows it.
    func rendered(_ node: Node) -> JSONValue {
        let resources: JSONValue = [
            "cpu": .string("\(node.milliCPU)m"), "memory": .string("\(node.memory.bytes / 1_024)Ki"),
            "pods": "110",
        ]
        var ready = condition("Ready", node.isReady, node.isReady ? "KubeletReady" : "NodeStatusUnknown")
        if !node.isReady {
            ready["status"] = "Unknown"
            ready["message"] = "Kubelet stopped posting node status."
        }
        ready["lastTransitionTime"] = .string(timestamp(node.readySince))
        let taints: JSONValue = [["effect": "NoExecute", "key": "node.kubernetes.io/unreachable"]]
        return [
            "apiVersion": "v1", "kind": "Node",
            "metadata": [
                "creationTimestamp": .string(creation(node.joined)),
                "labels": [
                    "kubernetes.io/hostname": .string(node.name),
                    "topology.kubernetes.io/zone": .string(node.zone),
                ],
                "name": .string(node.name), "uid": .string(uid("nodes", node.name)),
            ],
            "spec": node.isReady ? [:] : ["taints": taints],
            "status": [
                "allocatable": resources, "capacity": resources, "conditions": [ready],
                "nodeInfo": ["kubeletVersion": "v1.33.4"],
            ],
        ]
    }
}

extension Pod {
    /// Its containers; the operator of databases, whose pods no template describes, has one in each instance.
    fileprivate var containers: [JSONValue] {
        template.containers.isEmpty ? [["name": "postgres"]] : template.containers
    }
}
