import DRSimKernel
import Testing

struct DrawsTests {
    let entity = StreamName("postgres-primary")
    let purpose = StreamName("promotion")

    @Test func `answers the same question alike, whatever was asked before`() {
        let (asked, fresh) = (Draws(seed: 7, trial: 3), Draws(seed: 7, trial: 3))
        _ = asked.uniform(entity: StreamName("dns"), purpose: purpose, ordinal: 0)
        let answer = asked.uniform(entity: entity, purpose: purpose, ordinal: 5)
        #expect(answer == fresh.uniform(entity: entity, purpose: purpose, ordinal: 5))
    }

    /// Figures of an implementation in Python: another mixing would change every stored digest.
    @Test(arguments: [
        (UInt64(0), UInt32(0), UInt32(0), 0.33223949655525387), (42, 0, 0, 0.8071853407016903),
        (42, 1, 0, 0.9797472611196004), (42, 0, 1, 0.21337982191117832),
        (.max, .max, .max, 0.28490156950177925),
    ])
    func `mixes seed, trial, names and ordinal as documented`(
        seed: UInt64, trial: UInt32, ordinal: UInt32, figure: Double
    ) {
        let draws = Draws(seed: seed, trial: trial)
        #expect(draws.uniform(entity: entity, purpose: purpose, ordinal: ordinal) == figure)
    }

    @Test func `depends on each part of its key`() {
        let draws = Draws(seed: 1, trial: 1)
        let figures = [
            draws.uniform(entity: entity, purpose: purpose, ordinal: 1),
            draws.uniform(entity: purpose, purpose: entity, ordinal: 1),
            draws.uniform(entity: entity, purpose: entity, ordinal: 1),
            draws.uniform(entity: entity, purpose: purpose, ordinal: 2),
            draws.uniform(entity: entity, purpose: purpose, ordinal: 1, round: 1),
            draws.uniform(entity: entity, purpose: purpose, ordinal: 1, round: 2),
            Draws(seed: 2, trial: 1).uniform(entity: entity, purpose: purpose, ordinal: 1),
            Draws(seed: 1, trial: 2).uniform(entity: entity, purpose: purpose, ordinal: 1),
        ]
        #expect(Set(figures).count == figures.count)
    }

    /// Each way of moving to the next draw gives a sequence like independent uniform numbers.
    @Test(arguments: ["ordinals", "trials", "seeds", "entities"])
    func `is uniform and uncorrelated along`(axis: String) {
        let count = 20_000
        let figures = (0..<count).map { index -> Double in
            switch axis {
            case "ordinals": figure(ordinal: UInt32(index))
            case "trials": figure(trial: UInt32(index))
            case "seeds": figure(seed: UInt64(index))
            default: figure(entity: StreamName("\(index)"))
            }
        }
        #expect(figures.allSatisfy { $0 > 0 && $0 < 1 })
        let centred = figures.map { $0 - 0.5 }
        let mean = centred.reduce(0, +) / Double(count)
        #expect(abs(mean) < 4 * (1.0 / 12 / Double(count)).squareRoot())
        let products = zip(centred, centred.dropFirst()).map { $0 * $1 }
        #expect(abs(products.reduce(0, +) / Double(count)) < 4 / 12 / Double(count).squareRoot())
        let chiSquared = (0..<16).map { cell in
            let seen = figures.count { Int($0 * 16) == cell }
            return Double((seen - count / 16) * (seen - count / 16)) / Double(count / 16)
        }
        // 15 degrees of freedom: mean 15, standard deviation √30.
        #expect(abs(chiSquared.reduce(0, +) - 15) < 4 * 30.0.squareRoot())
    }

    private func figure(
        seed: UInt64 = 9, trial: UInt32 = 0, entity: StreamName? = nil, ordinal: UInt32 = 0
    ) -> Double {
        Draws(seed: seed, trial: trial)
            .uniform(entity: entity ?? self.entity, purpose: purpose, ordinal: ordinal)
    }
}
