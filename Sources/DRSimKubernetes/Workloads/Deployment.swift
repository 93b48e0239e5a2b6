import DRSimDocument
import DRSimKernel
import DRSimUnits
import OrderedCollections

/// A deployment as its controller works on it: the object, decoded once each time it changes.
struct Deployment: Sendable {
    let key: ObjectKey
    let stream: StreamName
    let created: Instant
    var specification: Specification
    /// Counts the templates; pods of earlier ones are replaced.
    var revision: Int32 = 1
    /// The templates it had before, latest last; as many as Kubernetes keeps by default.
    var history: [JSONValue] = []
    /// Counts the pods, for their names.
    var podCount: UInt64 = 0
    /// Counts the starts of its pods, to key their draws.
    var starts: UInt32 = 0
    var isRollingOut = false

    var owner: PodOwner { PodOwner(kind: "Deployment", name: key.name) }
    var reference: ObjectReference {
        ObjectReference(kind: "Deployment", namespace: key.namespace, name: key.name)
    }

    /// The hash that names the pods of the present revision.
    var templateHash: String {
        PodName.text(StreamName("\(stream.hash) \(created.milliseconds) \(revision)").hash, length: 10)
    }

    mutating func nextPodName() -> String {
        podCount += 1
        let set = "\(key.name)-\(templateHash)"
        return "\(set)-\(PodName.text(StreamName("\(set) \(podCount)").hash, length: 5))"
    }

    /// What a deployment asks for.
    struct Specification: Sendable {
        /// How many pods the controller makes at most: far more than the nodes of a plan hold.
        static let mostPods: Int64 = 5_000

        let replicas: Int
        let template: PodTemplate
        let replacesAllAtOnce: Bool
        private let surge: JSONValue
        private let unavailable: JSONValue

        init(_ object: JSONValue) {
            let spec = object["spec"] ?? [:]
            let strategy = spec["strategy"] ?? [:]
            replicas = Int(min(spec["replicas"]?.integer ?? 1, Self.mostPods))
            template = PodTemplate(deploymentTemplate: spec["template"] ?? [:])
            replacesAllAtOnce = strategy["type"] == "Recreate"
            surge = strategy[path: "rollingUpdate", "maxSurge"] ?? "25%"
            unavailable = strategy[path: "rollingUpdate", "maxUnavailable"] ?? "25%"
        }

        /// How many pods there may be above `replicas` during a rollout, rounded up.
        var maxSurge: Int { Self.count(surge, of: replicas, roundingUp: true) }

        /// How many pods may be missing during a rollout, rounded down; one if it could not move else.
        var maxUnavailable: Int {
            let count = Self.count(unavailable, of: replicas, roundingUp: false)
            return count == 0 && maxSurge == 0 ? 1 : count
        }

        private static func count(_ value: JSONValue, of total: Int, roundingUp: Bool) -> Int {
            guard let text = value.string, text.hasSuffix("%"), let percent = Int(text.dropLast()) else {
                return Int(min(max(0, value.integer ?? 0), mostPods))
            }
            let bounded = min(max(0, percent), 10_000)
            return (total * bounded + (roundingUp ? 99 : 0)) / 100
        }
    }
}

extension PodTemplate {
    /// Reads the `template` of a deployment.
    init(deploymentTemplate template: JSONValue) {
        let spec = template["spec"] ?? [:]
        var (milliCPU, memory) = (Int64(0), ByteCount.zero)
        for container in spec["containers"]?.array ?? [] {
            let requests = container[path: "resources", "requests"]
            milliCPU += ResourceQuantity.milliCPU(requests?["cpu"])
            memory = memory + ResourceQuantity.memory(requests?["memory"])
        }
        let labels = template[path: "metadata", "labels"]?.object ?? [:]
        self.init(
            labels: labels.compactMapValues(\.string), milliCPU: milliCPU, memory: memory,
            zone: spec[path: "nodeSelector", "topology.kubernetes.io/zone"]?.string, spec: spec)
    }
}

/// Generated parts of names, in the alphabet Kubernetes uses: no vowels, nothing alike.
package enum PodName {
    private static let alphabet = Array("bcdfghjklmnpqrstvwxz2456789")

    /// The generated end of the name of what is described so.
    package static func suffix(_ description: String) -> String {
        text(StreamName(description).hash, length: 5)
    }

    static func text(_ hash: UInt64, length: Int) -> String {
        var (rest, text) = (hash, "")
        for _ in 0..<length {
            text.append(alphabet[Int(rest % UInt64(alphabet.count))])
            rest /= UInt64(alphabet.count)
        }
        return text
    }
}
