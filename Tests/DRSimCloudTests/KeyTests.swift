import DRSimCloud
import DRSimKernel
import DRSimUnits
import Testing

struct KeyTests {
    private static let secret = ObjectAddress("plain", "secrets/monday")

    @Test(arguments: ["regional", "alias/backups", "arn:aws:kms:west:111:key/regional"])
    func `a key is found by its id, its alias and its name in its region`(_ reference: String) throws {
        let run = CloudRun.withStorage()
        #expect(try run.cloud.useKey(reference, in: 0, toDecrypt: true, as: .anyone) == "regional")
    }

    @Test(arguments: [
        ("regional", "Key 'arn:aws:kms:east:111:key/regional' does not exist"),
        ("arn:aws:kms:west:111:key/regional", "Invalid arn west"),
        ("alias/backups", "Alias arn:aws:kms:east:111:alias/backups is not found."),
    ])
    func `a key of another region does not exist here`(_ reference: String, _ message: String) {
        let run = CloudRun.withStorage()
        let text = refusal { try run.cloud.useKey(reference, in: 1, toDecrypt: true, as: .anyone) }
        #expect(
            text == "An error occurred (NotFoundException) when calling the Decrypt operation: \(message)")
    }

    @Test func `a key of several regions decrypts in each of them, and goes on when one is lost`() throws {
        var run = CloudRun.withStorage()
        run.loseRegion(0, at: .start)
        #expect(!run.cloud.isKeyUsable("mrk-1", in: 0) && run.cloud.isKeyUsable("mrk-1", in: 1))
        #expect(!run.cloud.isKeyUsable("regional", in: 0) && !run.cloud.isKeyUsable("regional", in: 1))
        let description = try run.cloud.describeKey("mrk-1", in: 1, as: .anyone)
        #expect(description.arn == "arn:aws:kms:east:111:key/mrk-1")
        #expect(description.regions == [0, 1] && description.primaryRegion == 0)
    }

    @Test(arguments: [
        (KeyState.disabled, "(KMS.DisabledException)", "arn:aws:kms:west:111:key/regional is disabled."),
        (
            .pendingDeletion, "(KMS.KMSInvalidStateException)",
            "arn:aws:kms:west:111:key/regional is pending deletion."
        ),
    ])
    func `the store cannot read what a key no longer decrypts`(
        _ state: KeyState, _ code: String, _ message: String
    ) throws {
        var run = CloudRun.withStorage()
        let version = try run.put(Self.secret, key: "regional")
        run.at(.minutes(1)) { $0.setKey("regional", in: 0, to: state, at: $1, draws: $2, effects: &$3) }
        #expect(
            refusal { _ = try run.cloud.getObject(Self.secret, as: .anyone) }
                == "An error occurred \(code) when calling the GetObject operation: \(message)")
        #expect(!run.cloud.isReadable(version, in: "plain"))
        run.at(.minutes(2)) { $0.setKey("regional", in: 0, to: .enabled, at: $1, draws: $2, effects: &$3) }
        #expect(run.cloud.isReadable(version, in: "plain"))
    }

    @Test func `a key the service cannot use refuses until its last fault ends`() throws {
        var run = CloudRun.withStorage()
        try run.put(Self.secret, key: "regional")
        for _ in 0..<2 {
            run.at(.minutes(1)) { cloud, _, _, effects in cloud.keyLost("regional", in: 0, effects: &effects)
            }
        }
        let message = refusal { _ = try run.cloud.getObject(Self.secret, as: .anyone) }
        #expect(message?.hasPrefix("An error occurred (KMS.KeyUnavailableException)") == true)
        #expect(refusal { try run.put(Self.secret, key: "regional", at: .minutes(1)) } != nil)
        run.at(.minutes(2)) { $0.keyReturned("regional", in: 0, at: $1, draws: $2, effects: &$3) }
        #expect(refusal { _ = try run.cloud.getObject(Self.secret, as: .anyone) } != nil)
        run.at(.minutes(3)) { $0.keyReturned("regional", in: 0, at: $1, draws: $2, effects: &$3) }
        #expect(refusal { _ = try run.cloud.getObject(Self.secret, as: .anyone) } == nil)
        #expect(run.instants { $0 == .keyLost(id: "regional", region: 0) } == [.minutes(1)])
        #expect(run.instants { $0 == .keyReturned(id: "regional", region: 0) } == [.minutes(3)])
    }

    @Test func `what the owner sealed with a lost key is bytes and nothing more`() throws {
        var run = CloudRun.withStorage()
        for (bucket, key) in [("plain-copy", "regional"), ("vault", "mrk-1")] {
            let upload = ObjectUpload(size: ByteCount(9), content: ObjectContent(payload: 1, sealedWith: key))
            run.cloud.installObject(upload, at: ObjectAddress(bucket, "a"), storedAt: .start)
        }
        run.loseRegion(0, at: .minutes(1))
        let plain = try run.cloud.getObject(ObjectAddress("plain-copy", "a"), as: .anyone)
        let vault = try run.cloud.getObject(ObjectAddress("vault", "a"), as: .anyone)
        #expect(!run.cloud.isReadable(plain, in: "plain-copy"))
        #expect(run.cloud.isReadable(vault, in: "vault"))
    }
}
