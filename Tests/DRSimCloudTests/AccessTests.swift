import DRSimCloud
import DRSimKernel
import DRSimUnits
import Testing

struct AccessTests {
    private static let object = ObjectAddress("plain", "a")

    @Test func `who may only write is told so when it reads`() throws {
        var run = CloudRun.withStorage()
        try run.put(Self.object, as: .identity("writer"))
        let message = refusal { _ = try run.cloud.getObject(Self.object, as: .identity("writer")) }
        #expect(
            message == "An error occurred (AccessDenied) when calling the GetObject operation: User: "
                + "arn:aws:iam::111:user/writer is not authorized to perform: s3:GetObject on resource: "
                + "\"arn:aws:s3:::plain/a\" because no identity-based policy allows the s3:GetObject action")
    }

    @Test func `a star reaches all of the own account and nothing of another`() throws {
        let run = CloudRun.withStorage()
        for bucket in ["plain", "plain-copy", "kept"] {
            #expect(run.cloud.may(.identity("admin"), "s3:DeleteObjectVersion", bucket))
        }
        #expect(!run.cloud.may(.identity("admin"), "s3:ListBucket", "vault"))
        #expect(run.cloud.may(.identity("operator"), "s3:PutObject", "kept"))
        #expect(!run.cloud.may(.identity("operator"), "s3:DeleteObjectVersion", "kept"))
    }

    @Test func `who may not list a bucket does not learn what is missing there`() {
        let run = CloudRun.withStorage()
        let missing = refusal {
            _ = try run.cloud.getObject(ObjectAddress("plain", "b"), as: .identity("operator"))
        }
        #expect(missing?.contains("(NoSuchKey)") == true)
        let hidden = refusal { _ = try run.cloud.listObjects(in: "plain", as: .identity("writer")) }
        #expect(hidden?.contains("is not authorized to perform: s3:ListBucket") == true)
    }

    @Test func `credentials that were withdrawn are none`() throws {
        var run = CloudRun.withStorage()
        run.cloud.setRevoked(true, identity: "writer")
        let message = refusal { try run.put(Self.object, as: .identity("writer")) }
        #expect(message?.contains("(InvalidAccessKeyId)") == true)
        run.cloud.setRevoked(false, identity: "writer")
        try run.put(Self.object, as: .identity("writer"))
    }

    @Test func `a thief deletes what its credentials reach and no more`() throws {
        var run = CloudRun.withStorage()
        try run.put(Self.object)
        try run.put(ObjectAddress("kept", "b"))
        run.run(through: .minutes(5))
        let losses = run.at(.minutes(5)) {
            $0.deleteEverything(as: .identity("admin"), at: $1, draws: $2, effects: &$3)
        }
        #expect(losses.map(\.bucket) == ["plain", "kept", "vault"])
        #expect(losses.map(\.deleted) == [1, 1, 0])
        #expect(losses.map(\.kept) == [0, 0, 1])
        #expect(run.cloud.storedVersions(in: "plain").isEmpty && run.cloud.storedVersions(in: "kept").isEmpty)
        #expect(run.cloud.storedVersions(in: "vault").count == 1)
    }

    @Test func `a thief who may not delete versions only hides them`() throws {
        var run = CloudRun.withStorage()
        try run.put(ObjectAddress("kept", "b"))
        let losses = run.at(.minutes(5)) {
            $0.deleteEverything(as: .identity("operator"), at: $1, draws: $2, effects: &$3)
        }
        #expect(losses.map(\.hidden) == [1, 0])
        #expect(try run.keys(in: "kept") == [])
        #expect(run.cloud.storedVersions(in: "kept").count == 1)
    }
}
