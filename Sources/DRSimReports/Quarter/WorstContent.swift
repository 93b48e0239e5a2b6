import DRSimScoring
import DRSimUnits

/// The worst run, told in full.
struct WorstContent {
    let title, level, seed, cost, constraint, axis, svg: String
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
    init?(_ worst: (rehearsal: Rehearsal, run: StoredRun)) {
        let record = worst.run.record
        let selection = TimelineSelection(record)
        guard let figure = TimelineFigure(record, selection: selection) else { return nil }
        title = record.provenance.scenario.title
        level = worst.rehearsal.level
        seed = Words.seed(of: record.provenance)
        cost = Words.money(record.score.money.total, record.score.money.currency)
        constraint =
            record.score.bindingConstraint.map { constraint in
                let service = record.provenance.plan.title(of: .service, constraint.service.name)
                let absent = record.score.unboundServices.map {
                    record.provenance.plan.title(of: .service, $0.name)
                }
                let lead = absent.isEmpty ? "What bound it" : "What bound those that came back"
                let rest = absent.isEmpty ? "" : " \(absent.joined(separator: ", ")) did not come back."
                return "\(rest) \(lead): \(service), \(Words.spaced("\(constraint)"))."
            } ?? ""
        svg = figure.svg
        axis =
            figure.axis.begin == .zero
            ? "" : "The axis begins \(Words.offset(figure.axis.begin)), shortly before the first outage. "
        phases = Self.phases(figure)
        facts = selection.facts.enumerated().map { index, fact in
            FactRow(
                number: "\(index + 1)", offset: Words.offset(fact.at - figure.onset),
                text: Words.sentence(fact.text),
                source: fact.source ?? "scenario")
        }
        let more = selection.omitted
        omitted = more == 0 ? "" : "\(more.groupedByThousands) further facts are in the store."
    }

    private static func phases(_ figure: TimelineFigure) -> [PhaseEntry] {
        func entry(_ names: [String], _ words: String) -> PhaseEntry {
            let spans = figure.services.flatMap(\.phases).filter { names.contains($0.name) }.map(\.span)
            return PhaseEntry(
                letter: figure.palette.letter(names[0]), name: words,
                colour: figure.palette.colour(names[0]), longest: spans.max().map(Words.time) ?? Words.none)
        }
        let tiny = figure.palette.tiny
        let rest = "too short to be seen: " + tiny.map(Words.spaced).joined(separator: ", ")
        return figure.palette.names.map { entry([$0], Words.spaced($0)) }
            + (tiny.isEmpty ? [] : [entry(tiny, rest)])
    }
}
