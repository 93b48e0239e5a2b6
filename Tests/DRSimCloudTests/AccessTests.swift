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

    @Test func `an access key out of use is none, and another of the same user is`() throws {
        var run = CloudRun.withStorage()
        let old = try run.cloud.accessKeys(of: "writer", as: .identity("admin"))[0].id
        let isNews = try run.cloud.setAccessKey(old, of: "writer", isActive: false, as: .identity("admin"))
        #expect(isNews)
        let message = refusal { try run.put(Self.object, as: .identity("writer")) }
        #expect(
            message == "An error occurred (InvalidAccessKeyId) when calling the PutObject operation: The AWS "
                + "Access Key Id you provided does not exist in our records.")
        let new = try run.cloud.createAccessKey(of: "writer", as: .identity("admin"), at: .minutes(1))
        #expect(new.id != old)
        try run.put(Self.object, as: .identity("writer"))
        try run.cloud.deleteAccessKey(new.id, of: "writer", as: .identity("admin"))
        #expect(refusal { try run.put(Self.object, as: .identity("writer")) } == message)
    }

    @Test func `an access key is another one than all before it, those that were deleted too`() throws {
        var run = CloudRun.withStorage()
        let old = try run.cloud.accessKeys(of: "writer", as: .anyone)[0].id
        let first = try run.cloud.createAccessKey(of: "writer", as: .anyone, at: .minutes(1))
        try run.cloud.deleteAccessKey(old, of: "writer", as: .anyone)
        let second = try run.cloud.createAccessKey(of: "writer", as: .anyone, at: .minutes(2))
        #expect(Set([old, first.id, second.id]).count == 3)
        try run.cloud.deleteAccessKey(second.id, of: "writer", as: .anyone)
        #expect(try run.cloud.accessKeys(of: "writer", as: .anyone).map(\.id) == [first.id])
    }

    @Test func `a thief has the keys there were, not those that were made since`() throws {
        var run = CloudRun.withStorage()
        try run.put(Self.object)
        let old = try run.cloud.accessKeys(of: "admin", as: .anyone)[0].id
        _ = try run.cloud.createAccessKey(of: "admin", as: .identity("admin"), at: .minutes(5))
        _ = try run.cloud.setAccessKey(old, of: "admin", isActive: false, as: .identity("admin"))
        let thief = Caller.thief(of: "admin", since: .minutes(1))
        #expect(!run.cloud.isKnown(thief) && run.cloud.isKnown(.identity("admin")))
        let losses = run.at(.minutes(6)) {
            $0.deleteEverything(as: thief, at: $1, draws: $2, effects: &$3)
        }
        #expect(losses.map(\.deleted) == [0] && losses.map(\.kept) == [1])
        _ = try run.cloud.setAccessKey(old, of: "admin", isActive: true, as: .identity("admin"))
        let more = run.at(.minutes(7)) {
            $0.deleteEverything(as: thief, at: $1, draws: $2, effects: &$3)
        }
        #expect(more.map(\.deleted) == [1])
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
        #expect(run.cloud.newestVersion(at: Self.object) == nil)
        #expect(run.cloud.newestVersion(at: ObjectAddress("kept", "b")) == nil)
        #expect(run.cloud.newestVersion(at: ObjectAddress("vault", "b")) != nil)
    }

    @Test func `a thief who may not delete versions only hides them`() throws {
        var run = CloudRun.withStorage()
        try run.put(ObjectAddress("kept", "b"))
        let losses = run.at(.minutes(5)) {
            $0.deleteEverything(as: .identity("operator"), at: $1, draws: $2, effects: &$3)
        }
        #expect(losses.map(\.hidden) == [1, 0])
        #expect(try run.keys(in: "kept") == [])
        #expect(run.cloud.newestVersion(at: ObjectAddress("kept", "b")) != nil)
    }
}
