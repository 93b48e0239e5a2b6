import DRSimDocument
import DRSimFiles
import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimUnits
import DRSimWorld

extension RunSession {
    /// How many trials run between two looks at whether the user wants to stop.
    private static let batch = 32

    mutating func campaign(_ loaded: LoadedCase) throws -> Bool {
        let seed = seed(of: loaded)
        if !options.json {
            Console.output(RunHeader.text(of: loaded, seed: seed) + "\n")
        }
        let replay = replay(loaded).adding("--trials", String(options.trials)).text
        let (records, controls) = run(
            loaded, seed: seed, RunRecorder(loaded: loaded, settings: options.plan.set, replay: replay))
        let (path, scores, unanswered) = (
            loaded.scenario.scenario.path, records.map(\.score), controls.map(\.score)
        )
        try scores.checkBooks(of: path)
        try unanswered.checkBooks(of: "\(path) without response")
        try keep(records + controls, of: loaded)
        if isSeries { handlings += scores.map(\.handling) }
        if options.json {
            let document = CampaignDocument(
                loaded: loaded, seed: seed, scores: scores, controls: unanswered,
                expectations: records.expectations)
            Console.output(document.json.text())
        } else {
            let closing = [("replay", replay)] + costliest(records, of: loaded) + stored(loaded)
            let time = loaded.scenario.scenario.horizon
            let view = CampaignView(scores: scores, controls: unanswered, seed: seed, time: time).text
            let contract = CampaignView.contract(records.expectations, isPlanted: loaded.caughtBy != nil)
            Console.output([view, contract, Closing.text(closing)].joined(separator: "\n\n"))
        }
        let done = "\(records.count) of \(options.trials) trials of \(loaded.scenario.scenario.id) done"
        try Interruption.check(done + keptIn)
        return areAccepted(records, of: loaded)
    }

    /// How to see the costliest trial by itself.
    private func costliest(_ records: [RunRecord], of loaded: LoadedCase) -> [(name: String, text: String)] {
        guard let first = records.max(by: { $0.score.money.total < $1.score.money.total }) else { return [] }
        return [("costliest", replay(loaded, trial: first.provenance.trial).text)]
    }

    /// The records of the trials, of fewer if the user interrupts; the first and the worst with their
    /// timelines. Which one is the worst is known at the end: it is run again, since all timelines would
    /// not fit into memory. With each its control, where that is asked for.
    private func run(
        _ loaded: LoadedCase, seed: UInt64, _ recorder: RunRecorder
    ) -> (records: [RunRecord], controls: [RunRecord]) {
        let rehearsal = loaded.rehearsal(polling: options.everyTick ? .everyTick : .leaping)
        let campaign = Campaign(rehearsal: rehearsal, seed: seed, trials: options.trials)
        let control = options.control ? loaded.rehearsal(isControl: true) : nil
        let unanswered = control.map { Campaign(rehearsal: $0, seed: seed, trials: options.trials) }
        var (records, controls): ([RunRecord], [RunRecord]) = ([], [])
        while records.count < options.trials && !(Interruption.isRequested && !records.isEmpty) {
            let end = min(options.trials, records.count + Self.batch)
            let batch = records.count..<end
            records += campaign.map(batch) { recorder.record($0, isExemplar: $0.trial == 0) }
            controls +=
                unanswered?.map(batch) { recorder.record($0, isControl: true, isExemplar: false) } ?? []
            Console.progress("  \(records.count) of \(options.trials) trials")
        }
        Console.progress("")
        if let worst = records.indices.max(by: { records[$0].badness < records[$1].badness }), worst > 0 {
            records[worst] = recorder.record(rehearsal.run(seed: seed, trial: UInt32(worst)))
        }
        return (records, controls)
    }
}
