import DRSimKernel
import Testing

struct StreamNameTests {
    @Test(arguments: [
        ("", UInt64(0xcbf2_9ce4_8422_2325)), ("a", 0xaf63_dc4c_8601_ec8c),
        ("foobar", 0x8594_4171_f739_67e8),
    ])
    func `hashes as the published FNV-1a vectors say`(text: String, hash: UInt64) {
        #expect(StreamName(text).hash == hash)
    }

    @Test func `tells names apart`() {
        let names = (0..<10_000).map { StreamName("pod/backend-api/\($0)") }
        #expect(Set(names).count == names.count)
    }
}
