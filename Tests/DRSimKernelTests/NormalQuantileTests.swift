import DRSimKernel
import Testing

struct NormalQuantileTests {
    /// Roots of log Φ(x) = log p found by mpmath 1.3.0 with 60 digits, for the binary value of p.
    static let table: [(p: Double, x: Double)] = [
        (1e-300, -37.047096299361199237),
        (1e-100, -21.273453560965324294),
        (1e-30, -11.46402468844361572),
        (1e-15, -7.9413453261709967713),
        (1.3874055921099057e-11, -6.6580517314273215039),
        (1.3901831808828983e-11, -6.6577576994767969816),
        (1e-10, -6.3613409024040561991),
        (1e-06, -4.7534243088228989573),
        (0.0001, -3.7190164854556805523),
        (0.001, -3.0902323061678135354),
        (0.01, -2.3263478740408410931),
        (0.025, -1.9599639845400542118),
        (0.05, -1.644853626951472688),
        (0.0749, -1.4402382675279636631),
        (0.0751, -1.4388253927525399824),
        (0.1, -1.2815515655446004353),
        (0.25, -0.6744897501960817432),
        (0.4, -0.25334710313579974132),
        (0.499, -0.0025066308995717662317),
        (0.5, 0.0),
        (0.501, 0.0025066308995717662317),
        (0.6, 0.25334710313579974132),
        (0.75, 0.6744897501960817432),
        (0.9, 1.2815515655446005935),
        (0.9249, 1.4388253927525403742),
        (0.9251, 1.4402382675279638594),
        (0.95, 1.6448536269514722843),
        (0.975, 1.9599639845400538556),
        (0.99, 2.3263478740408407676),
        (0.999, 3.0902323061678132778),
        (0.9999, 3.7190164854557083867),
        (0.999999, 4.7534243088170877657),
        (0.9999999999, 6.3613408896974218642),
        (0.9999999999999999, 8.2095361516013868556),
    ]

    @Test(arguments: table)
    func `lies within 1e-15 of values of high precision`(p: Double, x: Double) {
        #expect(abs(PortableMath.normalQuantile(p) - x) <= 1e-15 * abs(x))
    }

    @Test func `is infinite at the ends`() {
        #expect(PortableMath.normalQuantile(0) == -.infinity)
        #expect(PortableMath.normalQuantile(1) == .infinity)
    }

    @Test func `rises, across the seams of its three ranges too`() {
        let seams = [1.388_794_386_496_402e-11, 0.075, 0.925, 1 - 1.388_794_386_496_402e-11]
        for seam in seams {
            let near = stride(from: -1e-9, through: 1e-9, by: 1e-11).map { seam * (1 + $0) }.filter { $0 < 1 }
            let values = near.map(PortableMath.normalQuantile)
            #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
        }
    }
}
