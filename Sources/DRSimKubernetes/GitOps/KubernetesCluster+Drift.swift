import DRSimDocument
import DRSimKernel
import OrderedCollections

/// An object as an application's folder in Git has it.
struct DesiredObject {
    let type: ResourceType
    let key: ObjectKey
    /// The object, in the application's namespace if it names none.
    var value: JSONValue
    /// The fields whose differences do not count.
    let ignored: [JSONPointer]
}

extension KubernetesCluster {
    /// What an application's folder holds; what the cluster has no type for is left out.
    func desired(by application: Application) -> [DesiredObject] {
        let specification = application.specification
        return (content(for: application).folders[specification.path] ?? []).compactMap { object in
            guard
                let type = ResourceType.all.first(where: {
                    $0.kind == object["kind"]?.string && $0.apiVersion == object["apiVersion"]?.string
                })
            else { return nil }
            let namespace = object[path: "metadata", "namespace"]?.string ?? specification.namespace
            let key = ObjectKey(type, namespace, object[path: "metadata", "name"]?.string ?? "")
            var value = object
            if type.isNamespaced { value.setMetadata("namespace", .string(namespace)) }
            return DesiredObject(
                type: type, key: key, value: value,
                ignored: specification.ignored.flatMap { $0.pointers(for: type, key) })
        }
    }

    /// The paths at which the cluster does not have what Git asks for; the whole object where it is
    /// missing.
    func deviations(from desired: DesiredObject) -> [String] {
        guard let live = store[desired.key]?.value else { return [""] }
        let counted = desired.ignored.reduce(desired.value) { $1.removing(from: $0) ?? $0 }
        let labels = counted[path: "metadata", "labels"]?.deviations(
            in: live[path: "metadata", "labels"], at: "metadata.labels")
        let annotations = counted[path: "metadata", "annotations"]?.deviations(
            in: live[path: "metadata", "annotations"], at: "metadata.annotations")
        let fields = (counted.object ?? [:]).filter {
            !["apiVersion", "kind", "metadata", "status"].contains($0.key)
        }
        let content = fields.flatMap { $0.value.deviations(in: live[$0.key], at: $0.key) }
        return (labels ?? []) + (annotations ?? []) + content
    }

    /// Objects an application put into the cluster that Git no longer has.
    func surplus(of application: Application) -> [ObjectKey] {
        let wanted = desired(by: application).map(\.key)
        return application.managed.filter { !wanted.contains($0) && store[$0] != nil }
    }

    /// Whether Git and the cluster differ for an application.
    func isOutOfSync(_ application: Application) -> Bool {
        desired(by: application).contains { !deviations(from: $0).isEmpty }
            || !surplus(of: application).isEmpty
    }

    /// Lets self-healing applications notice that an object of theirs was written or deleted.
    mutating func noticeDrift(of key: ObjectKey, _ turn: inout Turn) {
        for index in applications.indices {
            let application = applications[index]
            guard application.specification.healsItself, !application.isSyncing, !application.isDue,
                application.managed.contains(key),
                desired(by: application).contains(where: { $0.key == key && !deviations(from: $0).isEmpty })
            else { continue }
            awaitSync(of: index, timings.selfHeal, &turn)
        }
    }
}
