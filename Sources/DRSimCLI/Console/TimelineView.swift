import DRSimPlan
import DRSimTrace
import DRSimUnits

/// The timeline of a trial: what became true, when from onset on, and where it comes from.
///
/// Unless everything is asked for, single nodes and pods are left out, services that go or come at
/// one instant share a line, and a procedure that is carried out again is counted, not told again.
struct TimelineView {
    let trace: Trace
    let onset: Instant
    /// Whether every fact is shown, one a line.
    var showsAll = false

    /// The lines, each with its offset from onset.
    var text: String {
        var lines: [String] = []
        var story = Story()
        var index = trace.facts.startIndex
        while index < trace.facts.endIndex {
            let fact = trace.facts[index]
            let group = showsAll ? 1 : sameChange(from: index)
            index += group
            if showsAll || story.tells(fact) {
                lines.append(group > 1 ? line(of: fact, and: group - 1) : line(of: fact, fact.text))
            }
        }
        return (lines + story.closing.map { "               " + Ink.quiet($0) }).joined(separator: "\n")
    }

    /// How many services go or come at this instant, from this fact on.
    private func sameChange(from index: Int) -> Int {
        let first = trace.facts[index]
        guard first.kind == .serviceUnavailable || first.kind == .serviceRestored else { return 1 }
        return trace.facts[index...].prefix { $0.kind == first.kind && $0.at == first.at }.count
    }

    private func line(of fact: Fact, and others: Int) -> String {
        let services = trace.facts.filter { $0.kind == fact.kind && $0.at == fact.at }.map(\.entity)
        let state = fact.kind == .serviceUnavailable ? "unavailable" : "restored"
        let names =
            services.count > 4
            ? services.prefix(3).joined(separator: ", ") + ", …" : services.joined(separator: ", ")
        return line(of: fact, "\(others + 1) services \(state): \(names)")
    }

    private func line(of fact: Fact, _ text: String) -> String {
        "  \(offset(of: fact))  \(Self.mark(fact)) \(text)  \(Ink.quiet("[\(fact.source ?? "scenario")]"))"
    }

    private func offset(of fact: Fact) -> String {
        let span = fact.at - onset
        let text = span < .zero ? "\(span)" : "+\(span)"
        return String(repeating: " ", count: max(0, 12 - text.count)) + text
    }

    private static func mark(_ fact: Fact) -> String {
        switch fact.kind {
        case .faultInjected, .serviceUnavailable, .stepFailed, .procedureFailed, .splitBrainStarted,
            .policyViolated, .alertLost, .noticeLost, .controllerError, .noStandby:
            Ink.bad("✗")
        case .serviceRestored, .procedureCompleted, .databaseWritable, .faultHealed, .approvalGranted:
            Ink.good("✓")
        case .approvalRequested, .paged, .stepStarted, .escalated: Ink.doubtful("…")
        default: " "
        }
    }
}

extension TimelineView {
    /// What was told so far, to tell what is new from what is only repeated.
    private struct Story {
        private var ended: [(runbook: String, again: Int)] = []
        /// The procedures that are being carried out once more.
        private var repeated: [String] = []
        private var detected: [String] = []
        private var repeatsDetection = false
        private var errors: [(text: String, count: Int)] = []
        /// How often one error is told: enough to see how far apart its returns are.
        private static let toldErrors = 3

        /// Whether a fact is worth a line.
        mutating func tells(_ fact: Fact) -> Bool {
            switch fact.kind {
            case .nodeLost, .podsLost, .podReady, .podEvicted, .nodeNotReady, .podUnschedulable,
                .nodeRequested, .rolloutStarted, .rolloutFinished, .standbyRejoined, .nodeReady:
                return false
            case .disasterDetected:
                repeatsDetection = detected.contains(fact.entity)
                if !repeatsDetection { detected.append(fact.entity) }
                return !repeatsDetection
            case .alertSent, .alertLost, .noticeSent, .noticeLost, .policyViolated, .escalated:
                return !repeatsDetection
            case .controllerError:
                return tellsError(fact.text)
            case .procedureStarted:
                return begin(fact.entity)
            case .procedureCompleted, .procedureFailed:
                return end(fact.entity)
            case .stepStarted, .stepSucceeded, .stepRetried, .stepFailed:
                return !repeated.contains(fact.string(.runbook) ?? "")
            default:
                return true
            }
        }

        private mutating func begin(_ runbook: String) -> Bool {
            guard ended.contains(where: { $0.runbook == runbook }) else { return true }
            repeated.append(runbook)
            return false
        }

        private mutating func end(_ runbook: String) -> Bool {
            guard let index = ended.firstIndex(where: { $0.runbook == runbook }) else {
                ended.append((runbook, 0))
                return true
            }
            repeated.removeAll { $0 == runbook }
            ended[index].again += 1
            return false
        }

        private mutating func tellsError(_ text: String) -> Bool {
            let index = errors.firstIndex { $0.text == text } ?? errors.endIndex
            if index == errors.endIndex { errors.append((text, 0)) }
            errors[index].count += 1
            return errors[index].count <= Self.toldErrors
        }

        /// What was counted instead of told.
        var closing: [String] {
            let returned = errors.filter { $0.count > Self.toldErrors }.map { error in
                "… \(error.text): \(error.count - Self.toldErrors) more times; --trace shows every fact"
            }
            return returned + procedures
        }

        private var procedures: [String] {
            ended.filter { $0.again > 0 }.map { procedure in
                let times = procedure.again == 1 ? "once more" : "\(procedure.again) more times"
                return "… \(procedure.runbook) is carried out \(times); --trace shows every fact"
            }
        }
    }
}
