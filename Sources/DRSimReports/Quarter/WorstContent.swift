import DRSimScoring
import DRSimUnits

/// The worst run, told in full.
struct WorstContent {
    let title, level, seed, cost, constraint, svg: String
    let phases: [PhaseEntry]
    let facts: [FactRow]
    let omitted: String

    /// A letter of the picture and the phase it stands for.
    struct PhaseEntry {
        let letter, name, colour, longest: String
    }

    /// A numbered fact.
    struct FactRow {
        let number, offset, text, source: String
    }

    /// The story of a run; `nil` of one in which nothing was unavailable.
    init?(_ run: StoredRun) {
        let record = run.record
        let selection = TimelineSelection(record)
        guard let figure = TimelineFigure(record, selection: selection) else { return nil }
        title = record.provenance.scenario.title
        level = Rehearsal.level(record.provenance)
        seed = Words.seed(of: record.provenance)
        cost = Words.money(record.score.money.total, record.score.money.currency)
        constraint =
            record.score.bindingConstraint.map { constraint in
                let service = record.provenance.plan.title(of: .service, constraint.service.name)
                return " What bound it: \(service), \(Words.spaced("\(constraint)"))."
            } ?? ""
        svg = figure.svg
        phases = Self.phases(figure)
        facts = selection.facts.enumerated().map { index, fact in
            FactRow(
                number: "\(index + 1)", offset: Words.offset(fact.at - figure.onset), text: fact.text,
                source: fact.source ?? "scenario")
        }
        let more = selection.omitted
        omitted = more == 0 ? "" : "\(more.groupedByThousands) further facts are in the store."
    }

    private static func phases(_ figure: TimelineFigure) -> [PhaseEntry] {
        figure.palette.names.map { name in
            let spans = figure.services.flatMap(\.phases).filter { $0.name == name }.map(\.span)
            return PhaseEntry(
                letter: figure.palette.letter(name), name: Words.spaced(name),
                colour: figure.palette.colour(name), longest: spans.max().map(Words.time) ?? Words.none)
        }
    }
}
