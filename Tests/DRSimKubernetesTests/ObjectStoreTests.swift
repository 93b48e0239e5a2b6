import DRSimDocument
import DRSimKubernetes
import DRSimUnits
import Testing

struct ObjectStoreTests {
    static func rig() throws -> Rig {
        var rig = Rig()
        try rig.install(Manifests.deployment())
        try rig.install(Manifests.database())
        try rig.install(Manifests.replica())
        try rig.install(Manifests.application())
        return rig
    }

    @Test(arguments: [
        ("po", "pods"), ("Pod", "pods"), ("deployment", "deployments"), ("deploy", "deployments"),
        ("deployments.apps", "deployments"), ("deployments.v1.apps", "deployments"),
        ("DEPLOYMENT", "deployments"),
        ("ing", "ingresses"), ("cluster", "clusters"), ("clusters.postgresql.cnpg.io", "clusters"),
        ("app", "applications"), ("application", "applications"), ("no", "nodes"),
        ("hpa", "horizontalpodautoscalers"),
        ("volumesnapshot", "volumesnapshots"), ("cert", "certificates"),
    ])
    func `resolves the names a command line uses`(name: String, plural: String) {
        #expect(Rig().cluster.resourceType(named: name)?.plural == plural)
    }

    @Test(arguments: [
        "postgresql", "postgresqls", "pg", "clusters.acid.zalan.do", "deployments.extensions", "sts",
        "deploys", "",
    ])
    func `does not know names of types it does not have`(name: String) {
        #expect(Rig().cluster.resourceType(named: name) == nil)
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let message: String
        /// Whether only its end is given: before it stands the object.
        let isEnd: Bool
        let attempt: @Sendable (inout Rig) throws -> Void

        init(
            _ title: String, _ message: String, isEnd: Bool = false,
            _ attempt: @escaping @Sendable (inout Rig) throws -> Void
        ) {
            (testDescription, self.message, self.isEnd, self.attempt) = (title, message, isEnd, attempt)
        }
    }

    static let refusals = [
        Refusal("get of nothing", #"deployments.apps "ghost" not found"#) {
            _ = try $0.object("deployments", "ghost")
        },
        Refusal("get in another namespace", #"deployments.apps "backend" not found"#) {
            _ = try $0.object("deployments", "backend", in: "default")
        },
        Refusal("get in no namespace", #"pods "backend" not found"#) {
            _ = try $0.object("pods", "backend", in: "nowhere")
        },
        Refusal("patch of nothing", #"clusters.postgresql.cnpg.io "ghost" not found"#) {
            try $0.patch("clusters", "ghost", #"{"spec":{}}"#)
        },
        Refusal("delete of nothing", #"services "ghost" not found"#) { try $0.delete("services", "ghost") },
        Refusal("delete of no pod", #"pods "ghost" not found"#) { try $0.delete("pods", "ghost") },
        Refusal("scale of nothing", #"deployments.apps "ghost" not found"#) {
            try $0.scale("deployments", "ghost", to: 2)
        },
        Refusal("scale of what has no scale", "the server could not find the requested resource") {
            try $0.scale("applications", "erp", to: 2, in: "argocd")
        },
        Refusal(
            "scale below zero",
            #"Deployment.apps "backend" is invalid: spec.replicas: Invalid value: -1: spec.replicas in body "#
                + "should be greater than or equal to 0"
        ) { try $0.scale("deployments", "backend", to: -1) },
        Refusal("restart of nothing", #"deployments.apps "ghost" not found"#) {
            try $0.restart("deployments", "ghost")
        },
        Refusal(
            "restart of a database", #"clusters.postgresql.cnpg.io "orders-db" restarting is not supported"#
        ) {
            try $0.restart("clusters", "orders-db")
        },
        Refusal(
            "restart twice in a second",
            "if restart has already been triggered within the past second, please wait before attempting to "
                + "trigger another"
        ) {
            try $0.restart("deployments", "backend")
            try $0.restart("deployments", "backend")
        },
        Refusal("create in no namespace", #"namespaces "nowhere" not found"#) {
            try $0.create(Manifests.deployment(namespace: "nowhere"))
        },
        Refusal("create twice", #"deployments.apps "backend" already exists"#) {
            try $0.create(Manifests.deployment())
        },
        Refusal("no kind", #"Object 'Kind' is missing in '{"apiVersion":"v1"}'"#) {
            try $0.apply(["apiVersion": "v1"])
        },
        Refusal("unknown kind", #"no matches for kind "postgresql" in version "acid.zalan.do/v1""#) {
            try $0.apply(["apiVersion": "acid.zalan.do/v1", "kind": "postgresql"])
        },
        Refusal("wrong version", #"no matches for kind "Deployment" in version "apps/v1beta1""#) {
            try $0.apply(Manifests.deployment().merging(patch: ["apiVersion": "apps/v1beta1"]))
        },
        Refusal(
            "no name",
            #"Service "" is invalid: metadata.name: Required value: name or generateName is required"#
        ) { try $0.apply(["apiVersion": "v1", "kind": "Service", "metadata": [:]]) },
        Refusal("a pod by hand", "the server does not allow this method on the requested resource") {
            try $0.apply(["apiVersion": "v1", "kind": "Pod", "metadata": ["name": "x"]])
        },
        Refusal("a list as merge patch", badPatch("array", "map[string]interface {}")) {
            try $0.patch("deployments", "backend", "[]")
        },
        Refusal("a string as merge patch", badPatch("string", "map[string]interface {}")) {
            try $0.patch("deployments", "backend", #""x""#)
        },
        Refusal("an object as JSON patch", badPatch("object", "jsonpatch.Patch")) {
            try $0.patch("deployments", "backend", "{}", strategy: .json)
        },
        Refusal("a JSON patch that misses", "the server rejected our request due to an error in our request")
        {
            try $0.patch(
                "deployments", "backend", #"[{"op":"replace","path":"/spec/size","value":1}]"#,
                strategy: .json)
        },
        Refusal(
            "a JSON patch whose test fails", "the server rejected our request due to an error in our request"
        ) {
            try $0.patch(
                "deployments", "backend", #"[{"op":"test","path":"/spec/replicas","value":9}]"#,
                strategy: .json)
        },
        Refusal(
            "a JSON patch beyond a list", "the server rejected our request due to an error in our request"
        ) {
            try $0.patch(
                "deployments", "backend",
                #"[{"op":"remove","path":"/spec/template/spec/containers/1"}]"#, strategy: .json)
        },
        Refusal(
            "a JSON patch that copies nothing",
            "the server rejected our request due to an error in our request"
        ) {
            try $0.patch(
                "deployments", "backend",
                #"[{"op":"copy","from":"/spec/template/spec/containers/9","path":"/spec/paused"}]"#,
                strategy: .json)
        },
        Refusal(
            "a JSON patch of no operation", "the server rejected our request due to an error in our request"
        ) {
            try $0.patch(
                "deployments", "backend", #"[{"op":"increment","path":"/spec/replicas"}]"#, strategy: .json)
        },
        Refusal(
            "a strategic patch of a custom resource",
            "the body of the request was in an unknown format - accepted media types include: "
                + "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml"
        ) { try $0.patch("clusters", "orders-db", #"{"spec":{}}"#, strategy: .strategic) },
        Refusal("the status of what has none", "the server could not find the requested resource") {
            try $0.patch("applications", "erp", #"{"status":{}}"#, in: "argocd", subresource: .status)
        },
        Refusal(
            "another name", "the name of the object (other) does not match the name on the URL (backend)"
        ) { try $0.patch("deployments", "backend", #"{"metadata":{"name":"other"}}"#) },
        Refusal("another kind", "the kind of the provided object does not match the resource on the URL") {
            try $0.patch("deployments", "backend", #"{"kind":"Service"}"#)
        },
        Refusal(
            "a wrong type",
            "json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32",
            isEnd: true
        ) { try $0.patch("deployments", "backend", #"{"spec":{"replicas":"three"}}"#) },
        Refusal(
            "another selector",
            #"Deployment.apps "backend" is invalid: spec.selector: Invalid value: "#
                + #"{"matchLabels":{"app":"other"}}: field is immutable"#
        ) {
            try $0.patch("deployments", "backend", #"{"spec":{"selector":{"matchLabels":{"app":"other"}}}}"#)
        },
        Refusal("a sync of nothing", #"applications.argoproj.io "ghost" not found"#) { try $0.sync("ghost") },
        Refusal("a second sync", "another operation is already in progress") {
            try $0.sync("erp")
            try $0.sync("erp")
        },
        Refusal("anything without a control plane", "the server is currently unable to handle the request") {
            $0.setControlPlane(up: false)
            _ = try $0.object("deployments", "backend")
        },
    ]

    private static func badPatch(_ found: String, _ wanted: String) -> String {
        "error decoding patch: json: cannot unmarshal \(found) into Go value of type \(wanted)"
    }

    @Test(arguments: refusals)
    func `refuses in the API server's own words`(refusal: Refusal) throws {
        var rig = try Self.rig()
        let error = #expect(throws: APIError.self) { try refusal.attempt(&rig) }
        let message = try #require(error?.message)
        #expect(refusal.isEnd ? message.hasSuffix(refusal.message) : message == refusal.message)
    }

    @Test func `prints errors as kubectl does`() throws {
        var rig = try Self.rig()
        let missing = #expect(throws: APIError.self) { try rig.object("deployments", "ghost") }
        #expect(
            missing?.commandLineText == #"Error from server (NotFound): deployments.apps "ghost" not found"#)
        let invalid = #expect(throws: APIError.self) {
            try rig.patch("clusters", "orders-db", #"{"spec":{"replica":{"enabled":false}}}"#)
        }
        #expect(
            invalid?.commandLineText
                == #"The Cluster "orders-db" is invalid: spec.replica.source: Required value"#)
    }

    @Test func `counts generations by specification and versions by any change`() throws {
        var rig = try Self.rig()
        let before = try rig.object("deployments", "backend")
        try rig.patch("deployments", "backend", #"{"metadata":{"labels":{"team":"erp"}}}"#)
        let labelled = try rig.object("deployments", "backend")
        try rig.scale("deployments", "backend", to: 6)
        let scaled = try rig.object("deployments", "backend")
        #expect(before[path: "metadata", "generation"] == 1)
        #expect(labelled[path: "metadata", "generation"] == 1)
        #expect(scaled[path: "metadata", "generation"] == 2)
        let versions = [before, labelled, scaled].map {
            $0[path: "metadata", "resourceVersion"]?.string ?? ""
        }
        #expect(versions == versions.sorted() && Set(versions).count == 3)
        #expect(before[path: "metadata", "uid"] == scaled[path: "metadata", "uid"])
    }

    @Test func `says when a patch changes nothing`() throws {
        var rig = try Self.rig()
        let outcome = try rig.patch("deployments", "backend", #"{"spec":{"replicas":4}}"#)
        #expect(!outcome.isChanged)
        #expect(rig.facts.isEmpty)
    }

    @Test func `drops an unknown field of a patch with a warning and changes nothing`() throws {
        var rig = try Self.rig()
        let outcome = try rig.patch(
            "clusters", "orders-db", #"{"spec":{"switchover":{"targetPrimary":"orders-db-2"}}}"#)
        #expect(!outcome.isChanged)
        #expect(outcome.warnings == [#"unknown field "spec.switchover""#])
        let cluster = ObjectReference(kind: "Cluster", namespace: "production", name: "orders-db")
        #expect(rig.facts.map(\.fact) == [.fieldPruned(cluster, path: "spec.switchover")])
    }

    @Test func `changes status only through its subresource`() throws {
        var rig = try Self.rig()
        let body = #"{"spec":{"instances":5},"status":{"targetPrimary":"orders-db-2"}}"#
        let plain = try rig.patch("clusters", "orders-db", #"{"status":{"targetPrimary":"orders-db-2"}}"#)
        #expect(!plain.isChanged)
        let outcome = try rig.patch("clusters", "orders-db", body, subresource: .status)
        let object = try rig.object("clusters", "orders-db")
        #expect(outcome.isChanged)
        #expect(object[path: "status", "targetPrimary"] == "orders-db-2")
        #expect(object[path: "spec", "instances"] == 3)
        #expect(object[path: "metadata", "generation"] == 1)
    }

    @Test func `an operator's report leaves no fact`() throws {
        var rig = try Self.rig()
        rig.cluster.setStatus(
            try Rig.type("clusters"), namespace: "production", name: "orders-db", ["readyInstances": 3])
        #expect(try rig.object("clusters", "orders-db")[path: "status", "readyInstances"] == 3)
        #expect(rig.facts.isEmpty)
    }

    @Test func `merges lists of built-in types by key in a strategic patch`() throws {
        var rig = try Self.rig()
        try rig.patch(
            "deployments", "backend",
            #"{"spec":{"template":{"spec":{"containers":[{"name":"main","image":"erp:2"}]}}}}"#,
            strategy: .strategic)
        let template = try rig.object("deployments", "backend")[path: "spec", "template", "spec"]
        let container = template?["containers"]?.array?.first
        #expect(container?["image"] == "erp:2")
        #expect(container?[path: "resources", "requests", "cpu"] == "500m")
    }

    @Test func `a strategic patch removes by null and by directive, and replaces where told to`() throws {
        var rig = try Self.rig()
        try rig.patch(
            "deployments", "backend",
            #"""
            {"metadata":{"labels":{"a":"1","b":"2"}},
             "spec":{"template":{"spec":{"containers":[{"name":"side","image":"log:1"}]}}}}
            """#, strategy: .strategic)
        #expect(try Self.containers(rig) == ["main", "side"])
        try rig.patch(
            "deployments", "backend",
            #"""
            {"metadata":{"labels":{"$patch":"replace","c":"3"}},
             "spec":{"paused":null,"template":{"spec":{"containers":[{"name":"side","$patch":"delete"}]}}}}
            """#, strategy: .strategic)
        #expect(try Self.containers(rig) == ["main"])
        #expect(try rig.object("deployments", "backend")[path: "metadata", "labels"] == ["c": "3"])
        try rig.patch("deployments", "backend", #"{"metadata":{"labels":null}}"#, strategy: .strategic)
        #expect(try rig.object("deployments", "backend")[path: "metadata", "labels"] == nil)
    }

    private static func containers(_ rig: Rig) throws -> [String?]? {
        try rig.object("deployments", "backend")[path: "spec", "template", "spec", "containers"]?.array?
            .map { $0["name"]?.string }
    }

    @Test func `carries out the operations of a JSON patch in order`() throws {
        var rig = try Self.rig()
        try rig.patch(
            "deployments", "backend",
            #"""
            [{"op":"test","path":"/spec/replicas","value":4},
             {"op":"add","path":"/metadata/labels","value":{}},
             {"op":"add","path":"/metadata/labels/a~1b","value":"x"},
             {"op":"copy","from":"/metadata/labels/a~1b","path":"/metadata/labels/c"},
             {"op":"move","from":"/metadata/labels/c","path":"/metadata/labels/d"},
             {"op":"replace","path":"/spec/replicas","value":2}]
            """#, strategy: .json)
        let object = try rig.object("deployments", "backend")
        #expect(object[path: "metadata", "labels"] == ["a/b": "x", "d": "x"])
        #expect(object[path: "spec", "replicas"] == 2)
    }

    @Test func `apply removes what it named before and keeps what others set`() throws {
        var rig = try Self.rig()
        try rig.apply(Manifests.configMap("plain", ["a": "1", "b": "2"]))
        try rig.patch("configmaps", "plain", #"{"data":{"c":"3"}}"#)
        let outcome = try rig.apply(Manifests.configMap("plain", ["a": "1"]))
        let again = try rig.apply(Manifests.configMap("plain", ["a": "1"]))
        #expect(outcome.verb == .configured)
        #expect(again.verb == .unchanged)
        #expect(try rig.object("configmaps", "plain")["data"] == ["a": "1", "c": "3"])
    }

    @Test func `deletes what an object owns and what a namespace holds`() throws {
        var rig = try Self.rig()
        try rig.delete("clusters", "orders-db")
        #expect(throws: APIError.self) { try rig.object("services", "orders-db-rw") }
        try rig.delete("namespaces", "production", in: "")
        #expect(throws: APIError.self) { try rig.object("deployments", "backend") }
        #expect(rig.pods().isEmpty)
        #expect(!rig.cluster.hasNamespace("production"))
    }

    @Test func `lists by namespace and name, pods and nodes too`() throws {
        let rig = try Self.rig()
        let names = try rig.cluster.objects(try Rig.type("clusters"), namespace: nil).map {
            $0[path: "metadata", "name"]
        }
        #expect(names == ["orders-copy", "orders-db"])
        #expect(try rig.cluster.objects(try Rig.type("nodes"), namespace: "any").count == 6)
        #expect(try rig.cluster.objects(try Rig.type("pods"), namespace: "production").count == 4)
        #expect(try rig.cluster.objects(try Rig.type("pods"), namespace: "default").isEmpty)
    }
}
