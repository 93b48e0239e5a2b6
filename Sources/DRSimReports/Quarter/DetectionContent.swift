import DRSimPlan
import DRSimScoring

/// What disasters were taken for at one level of the plan, and what was done about them.
struct DetectionContent {
    let level, right: String
    /// One, or none where no false alarm recurs.
    let rates: [RateRow]
    let rows: [ConfusionRow]

    /// Trials that went alike.
    struct ConfusionRow {
        let truth, taken, by, acted, trials, takenTone, actedTone: String
    }

    /// How often false alarms come.
    struct RateRow {
        let alarms, actions: String
    }

    /// The levels in the order in which they were rehearsed.
    static func all(_ rehearsals: [Rehearsal]) -> [DetectionContent] {
        Level.all(rehearsals).map { level in
            DetectionContent(
                level: level.name, ConfusionMatrix(level.trials.map(\.record.score.handling)))
        }
    }

    private init(level: String, _ matrix: ConfusionMatrix) {
        self.level = level
        right =
            "taken for what it is in \(matrix.takenRight) of \(matrix.trials) trials, acted on as what it "
            + "is in \(matrix.actedRight)"
        rates = [matrix.falseAlarms].compactMap { alarms in
            guard let alarms, let actions = matrix.falseActions else { return nil }
            return RateRow(
                alarms: ConfusionMatrix.text(alarms), actions: ConfusionMatrix.text(actions))
        }
        rows = matrix.cells.map { cell in
            let handling = cell.handling
            return ConfusionRow(
                truth: Words.spaced(handling.truthText),
                taken: Self.mark(handling.isTakenRight, handling.taken), by: handling.takenBy.rawValue,
                acted: Self.mark(handling.isActedRight, handling.acted),
                trials: Words.hard("\(cell.trials) of \(cell.ofTruth)"),
                takenTone: handling.isTakenRight ? "good" : "bad",
                actedTone: handling.isActedRight ? "good" : "bad")
        }
    }

    private static func mark(_ isRight: Bool, _ label: Handling.Label) -> String {
        (isRight ? "✓ " : "✗ ") + Words.spaced(label.description)
    }
}

/// How recoveries at one level fared by the plan's verification list.
struct VerificationContent {
    let level: String
    let items: [ItemRow]

    /// An item over all trials.
    struct ItemRow {
        let group, title, passed, evidence, tone: String
    }

    /// The levels in the order in which they were rehearsed; without those that have no list.
    static func all(_ rehearsals: [Rehearsal]) -> [VerificationContent] {
        Level.all(rehearsals).compactMap { level in
            let lists = level.trials.map(\.record.score.checklist)
            guard let first = lists.first(where: { !$0.isEmpty }) else { return nil }
            return VerificationContent(
                level: level.name,
                items: first.map { item in
                    ItemRow(item, lists.flatMap { list in list.filter { $0.id == item.id } })
                })
        }
    }
}

extension VerificationContent.ItemRow {
    fileprivate init(_ item: ChecklistScore, _ checks: [ChecklistScore]) {
        let looked = checks.filter { $0.outcome != .notExercised }
        let failures = looked.filter { $0.outcome == .failed }
        (group, title) = (item.group.rawValue, item.title)
        passed =
            looked.isEmpty
            ? ChecklistScore.Outcome.notExercised.words
            : "\(failures.isEmpty ? "✓" : "✗") \(looked.count - failures.count) of \(looked.count)"
        evidence = (failures.first ?? looked.first ?? item).evidence
        tone = looked.isEmpty ? "open" : failures.isEmpty ? "good" : "bad"
    }
}
