import DRSimDocument
import DRSimFiles
import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import DRSimWorld

/// The scenarios of one `drsim run`: how each is run, kept and shown.
struct RunSession {
    let options: RunCommand
    let shelf: ResultShelf?
    /// Whether there are several scenarios, so that each gets one line.
    let isSeries: Bool
    /// What became of the disasters of a series, trial by trial.
    var handlings: [Handling] = []
    /// How wide the paths of a series are.
    private var lineWidth = 0

    /// Creates a session that has run nothing.
    init(options: RunCommand, shelf: ResultShelf?, isSeries: Bool) {
        (self.options, self.shelf, self.isSeries) = (options, shelf, isSeries)
    }

    /// Runs one scenario; false if an expectation failed or `--fail-on` applies.
    mutating func rehearse(_ loaded: LoadedCase) throws -> Bool {
        for problem in loaded.rehearsal().openingProblems {
            Console.standardError("note: \(loaded.scenario.scenario.path): \(problem)")
        }
        return options.trials > 1 ? try campaign(loaded) : try trial(loaded)
    }

    /// Where results are kept, as an ending of a sentence.
    var keptIn: String { shelf.map { ", kept in \($0.path)" } ?? "" }

    func seed(of loaded: LoadedCase) -> UInt64 {
        options.seed.seed ?? loaded.scenario.scenario.seed
    }

    /// Whether the exit status is 0: contract and objectives are about every trial.
    func areAccepted(_ records: [RunRecord], of loaded: LoadedCase) -> Bool {
        let isMissed = options.failOn == .missed && records.contains(where: \.score.missesAnObjective)
        return records.allSatisfy { loaded.accepts($0.expectations) } && !isMissed
    }

    /// Keeps records; a planted defect is no result of the plan.
    func keep(_ records: [RunRecord], of loaded: LoadedCase) throws {
        if loaded.caughtBy == nil { try shelf?.keep(records) }
    }

    /// Where they are kept, or why not.
    func stored(_ loaded: LoadedCase) -> [(name: String, text: String)] {
        guard let shelf else { return [] }
        return [("stored", loaded.caughtBy.map { "no: a planted defect, for the \($0)" } ?? shelf.path)]
    }

    /// The command that asks the same question: of the levels, with the values and the seed that were given.
    private func question(_ path: String) -> CommandLineText {
        let line = CommandLineText("drsim", "run").adding(path)
            .adding("--overlay", each: options.plan.overlay).adding("--set", each: options.plan.set)
        return options.seed.line(line)
    }

    /// The command that runs the scenario again the same way.
    func replay(_ loaded: LoadedCase) -> CommandLineText {
        let line = CommandLineText("drsim", "run").adding(loaded.scenario.scenario.path)
            .adding("--overlay", each: options.plan.overlay.isEmpty ? loaded.plan.overlays : loaded.levels)
            .adding("--set", each: options.plan.set)
            .adding("--seed", String(seed(of: loaded)))
        let flags = (options.everyTick ? ["--every-tick"] : []) + (options.control ? ["--control"] : [])
        return options.store.line(flags.reduce(line) { $0.adding($1) })
    }

    /// The command that runs one trial again.
    func replay(_ loaded: LoadedCase, trial: UInt32) -> CommandLineText {
        trial == 0 ? replay(loaded) : replay(loaded).adding("--trial", String(trial))
    }
}

// MARK: One trial

extension RunSession {
    private mutating func trial(_ loaded: LoadedCase) throws -> Bool {
        let seed = seed(of: loaded)
        if !options.json && !isSeries { Console.output(RunHeader.text(of: loaded, seed: seed)) }
        let (number, polling) = (options.trial, options.everyTick ? World.Polling.everyTick : .leaping)
        let result = loaded.rehearsal(polling: polling).run(seed: seed, trial: number)
        let control =
            options.control ? loaded.rehearsal(isControl: true).run(seed: seed, trial: number) : nil
        let path = loaded.scenario.scenario.path
        try [result.score].checkBooks(of: path, from: number)
        try (control.map { [$0.score] } ?? []).checkBooks(of: "\(path) without response", from: number)
        let line = replay(loaded, trial: number)
        let recorder = RunRecorder(loaded: loaded, settings: options.plan.set, replay: line.text)
        let record = recorder.record(result)
        let controlRecords = control.map { [recorder.record($0, isControl: true)] } ?? []
        try keep([record] + controlRecords, of: loaded)
        if isSeries { handlings.append(record.score.handling) }
        if options.json {
            show(json: result, control, of: loaded, record.expectations)
        } else if isSeries {
            show(line: record, control, of: loaded)
        } else {
            show(screen: result, control, of: loaded, record)
        }
        return areAccepted([record], of: loaded)
    }

    private func show(
        json result: TrialResult, _ control: TrialResult?, of loaded: LoadedCase,
        _ expectations: [ExpectationResult]
    ) {
        let document = RunDocument(loaded: loaded, result: result, expectations: expectations)
        Console.output(document.json.text())
        guard let control else { return }
        let other = RunDocument(loaded: loaded, result: control, expectations: [], isControl: true)
        Console.output(other.json.text())
    }

    private func show(line record: RunRecord, _ control: TrialResult?, of loaded: LoadedCase) {
        let contract = ContractWords(loaded, record.expectations)
        let line = RunLine(
            path: loaded.scenario.scenario.path, score: record.score, contract: contract.text,
            width: lineWidth)
        let beside = control.map { " · control \($0.score.money.total) \($0.score.money.currency)" } ?? ""
        Console.output(line.text + beside)
    }

    private func show(
        screen result: TrialResult, _ control: TrialResult?, of loaded: LoadedCase, _ record: RunRecord
    ) {
        let contract = ContractWords(loaded, record.expectations)
        let closing =
            [("verdict", VerdictLine(score: result.score).text)] + contract.failure
            + [("digest", result.digest.hexadecimal), ("replay", record.provenance.replay)] + stored(loaded)
            + [("next", next(after: loaded).text)]
        Console.output(RunHeader.outcome(of: result.score, start: loaded.scenario.scenario.start) + "\n")
        let view = RunView(
            services: loaded.plan.plan.services, trace: result.trace, score: result.score,
            expectations: record.expectations, isPlanted: loaded.caughtBy != nil,
            showsAllFacts: options.trace, closing: control == nil ? closing : [])
        Console.output(view.text)
        guard let control else { return }
        let beside = ControlView(
            score: result.score, control: control.score, digest: control.digest.hexadecimal)
        Console.output("\n" + beside.text + "\n\n" + Closing.text(closing))
    }

    /// What to type next about the same question: a comparison with another level, or many trials.
    func next(after loaded: LoadedCase) -> CommandLineText {
        let path = loaded.scenario.scenario.path
        guard let pair = OverlayLadder(loaded.plan.knownOverlays).comparison(with: loaded.plan.overlays)
        else {
            return options.store.line(question(path).adding("--trials", "100"))
        }
        let line = CommandLineText("drsim", "compare").adding(path)
            .adding("--overlay", each: pair).adding("--set", each: options.plan.set)
        return options.seed.line(line)
    }
}

// MARK: Several scenarios

extension RunSession {
    /// What stands above the lines of several scenarios, below the stamp.
    mutating func open(_ cases: [LoadedCase]) {
        lineWidth = cases.map(\.scenario.scenario.path.count).max() ?? 0
        guard !options.json, options.trials == 1, let first = cases.first else { return }
        let isOnePlan = cases.allSatisfy { $0.plan.sha256 == first.plan.sha256 }
        let plan = isOnePlan ? RunHeader.plan(first.plan) : "several"
        Console.output(
            Closing.text([("plan", plan), ("level", first.level), ("signs", RunLine.caption)]) + "\n")
    }

    /// What stands below them.
    func close(_ cases: [LoadedCase], failures: Int) {
        guard !options.json, let first = cases.first else { return }
        let broken = options.failOn == nil ? "an expectation failed" : "an expectation or objective failed"
        let outcome = failures == 0 ? "nothing unexpected" : "in \(failures) of them \(broken)"
        let silent = cases.count { $0.expectations.isEmpty }
        let unjudged = silent == 0 ? "" : "; \(silent) expect nothing at this level"
        var lines = [("done", "\(cases.count) scenarios, \(outcome)\(unjudged)")]
        let shelf = cases.contains { $0.caughtBy == nil } ? shelf : nil
        if let shelf { lines.append(("stored", shelf.path)) }
        lines.append(("next", nextOfSeries(first, isStored: shelf != nil).text))
        Console.output("\n" + ConfusionView(handlings).text + "\n\n" + Closing.text(lines))
    }

    /// What was kept is for the report; what was not can be looked at one by one.
    private func nextOfSeries(_ first: LoadedCase, isStored: Bool) -> CommandLineText {
        guard isStored else {
            return question(first.scenario.scenario.path)
        }
        let quarter = Quarter(of: CalendarTime.now)
        return options.store.line(CommandLineText("drsim", "report", "quarter").adding("\(quarter)"))
    }
}
