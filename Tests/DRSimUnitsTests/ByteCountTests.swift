import DRSimUnits
import Testing

struct ByteCountTests {
    @Test(arguments: [
        (0, "0 B"), (999, "999 B"), (1_000, "1.0 kB"), (1_500_000_000, "1.5 GB"), (16_777_216, "16.7 MB"),
        (2_000_000_000_000, "2.0 TB"), (-1_500, "-1.5 kB"),
    ])
    func `is written in decimal units`(bytes: Int64, text: String) {
        #expect(ByteCount(bytes).description == text)
    }

    @Test func `adds, subtracts and compares`() {
        #expect(ByteCount(5) + ByteCount(7) - ByteCount(2) == ByteCount(10))
        #expect(ByteCount.zero < ByteCount(1))
    }
}
