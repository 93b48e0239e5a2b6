/// Finds nodes for pods: those that fit, spread over zones, then over nodes.
///
/// The scheduler goes by what the API says: a stopped node that is still called ready is a
/// candidate like any other.
struct Scheduler: Sendable {
    let nodes: [Node]
    /// How many pods of the pod's owner are bound to each node.
    private let siblings: [Int]

    init(nodes: [Node], pods: [Pod], for pod: Pod) {
        self.nodes = nodes
        var siblings = Array(repeating: 0, count: nodes.count)
        for other in pods where other.owner == pod.owner && other.namespace == pod.namespace {
            if let node = other.node, !other.isTerminating { siblings[node] += 1 }
        }
        self.siblings = siblings
    }

    /// The best node for a pod: in the zone with the fewest of its siblings, then on the node with
    /// the fewest, then where most CPU is free, then the one that joined first.
    func node(for template: PodTemplate) -> Int? {
        let candidates = nodes.indices.filter { index in
            let node = nodes[index]
            return node.isSchedulable && node.fits(template) && (template.zone ?? node.zone) == node.zone
        }
        return candidates.min { rank($0).lexicographicallyPrecedes(rank($1)) }
    }

    private func rank(_ index: Int) -> [Int64] {
        let node = nodes[index]
        let inZone = nodes.indices.reduce(0) { nodes[$1].zone == node.zone ? $0 + siblings[$1] : $0 }
        return [Int64(inZone), Int64(siblings[index]), node.usedMilliCPU - node.milliCPU, Int64(index)]
    }

    /// Why no node takes the pod, as the real scheduler counts it.
    func refusal(of template: PodTemplate) -> String {
        let present = nodes.filter { !$0.isRemoved }
        var (cpu, memory, affinity, tainted) = (0, 0, 0, 0)
        for node in present {
            if !node.isReady {
                tainted += 1
            } else if (template.zone ?? node.zone) != node.zone {
                affinity += 1
            } else if node.usedMilliCPU + template.milliCPU > node.milliCPU {
                cpu += 1
            } else {
                memory += 1
            }
        }
        let counts = [
            (cpu, "Insufficient cpu"), (memory, "Insufficient memory"),
            (affinity, "node(s) had volume node affinity conflict"),
            (tainted, "node(s) had untolerated taint {node.kubernetes.io/unreachable: }"),
        ]
        let reasons = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let summary = "0/\(present.count) nodes are available"
        return reasons.isEmpty ? summary + "." : summary + ": " + reasons.joined(separator: ", ") + "."
    }
}
