import DRSimControl
import DRSimPlan
import Testing

/// The controller against the doings of the document's Python in scripts.
struct LoopFigureTests {
    @Test func `the controller does at every instant what the document's Python did`() throws {
        let figures = try Figures.loop()
        let differences = figures.scripts.filter { script in
            ScriptedShell.log(of: script, figures: figures) != script.log
        }
        #expect(figures.scripts.count > 100)
        #expect(differences.map(\.name) == [])
    }

    @Test func `the scripts exercise every kind of entry`() throws {
        let texts = try Figures.loop().scripts.flatMap { $0.log.map(\.text) }
        for kind in ["check", "error", "escalate", "alert ", "call ", "run region", "run database"] {
            #expect(texts.count { $0.hasPrefix(kind) } > 10, "\(kind)")
        }
    }

    @Test func `eleven functions are called and defined nowhere`() throws {
        #expect(Set(try Figures.loop().undefined).count == 11)
    }
}
