import DRSimControl
import DRSimPlan
import Foundation
import Testing

/// The classifier against the answers of the document's Python.
struct ClassificationFigureTests {
    @Test func `the classifier answers as the document's Python for all combinations of signals`() throws {
        let rows = try Figures.text(of: "classification.csv").split(separator: "\n").dropFirst()
        var differences: [Substring] = []
        for row in rows {
            let split = try #require(row.lastIndex(of: ","))
            let snapshot = try #require(HealthSnapshot(figures: String(row[..<split])))
            let disaster = DisasterClassifier.classify(snapshot)?.disaster.rawValue ?? ""
            if disaster != row[row.index(after: split)...] { differences.append(row) }
        }
        #expect(rows.count == 64 * 6)
        #expect(differences == [])
    }

    @Test func `the constant checks are those of the document, and they show nothing`() throws {
        let constants = try Figures.loop().constants
        #expect(HealthSnapshot(figures: constants) == .constant)
        #expect(DisasterClassifier.classify(.constant) == nil)
    }

    @Test func `the disaster types are the document's`() throws {
        let named = try Figures.loop().procedures.keys.sorted()
        #expect(DisasterType.allCases.map(\.rawValue).sorted() == named)
    }
}
