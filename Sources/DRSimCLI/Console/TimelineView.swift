import DRSimPlan
import DRSimTrace
import DRSimUnits

/// The timeline of a trial: what became true, when from onset on, and where it comes from.
///
/// Unless everything is asked for, single nodes and pods and steps that went as they should are left out,
/// services that go or come and messages that go out at one instant share a line, and a procedure that is
/// carried out again is counted, not told again: until the next disaster, which is told as the first was.
struct TimelineView {
    let trace: Trace
    let onset: Instant
    /// Whether every fact is shown, one a line.
    var showsAll = false
    /// How many columns a line may take; what does not fit is cut, but for its source.
    var width = Screen.width

    /// The lines, each with its offset from onset.
    var text: String {
        var (lines, told): ([String], Int) = ([], 0)
        var story = Story()
        var index = trace.facts.startIndex
        while index < trace.facts.endIndex {
            let fact = trace.facts[index]
            let group = showsAll ? 1 : sameChange(from: index)
            index += group
            if !showsAll, story.ends(before: fact) {
                lines += closing(of: story)
                story = Story()
            }
            if showsAll || story.tells(fact) {
                told += 1
                lines.append(
                    group > 1 ? line(of: fact, and: group - 1, before: index) : line(of: fact, fact.text))
            }
        }
        guard !showsAll else { return lines.joined(separator: "\n") }
        lines += closing(of: story)
        let rest = "\(told) of \(trace.facts.count) facts; --trace shows every one"
        return (lines + (told < trace.facts.count ? [aside(rest)] : [])).joined(separator: "\n")
    }

    /// What was counted of a disaster instead of told.
    private func closing(of story: Story) -> [String] { story.closing.map(aside) }

    private func aside(_ text: String) -> String {
        Ink.quiet(Wrapped.entry("", text, indent: 15, width: width))
    }

    /// How many facts from this one on are told together: services that go or come at one instant, an alert
    /// or a notice that goes out through several channels.
    private func sameChange(from index: Int) -> Int {
        let first = trace.facts[index]
        switch first.kind {
        case .serviceUnavailable, .serviceRestored:
            return trace.facts[index...].prefix { $0.kind == first.kind && $0.at == first.at }.count
        case .alertSent, .noticeSent:
            let message = Self.channel(of: first.text)?.message
            return trace.facts[index...].prefix {
                $0.kind == first.kind && $0.at == first.at && Self.channel(of: $0.text)?.message == message
            }.count
        default: return 1
        }
    }

    /// A message and the channel it goes out through.
    private static func channel(of text: String) -> (message: Substring, name: Substring)? {
        guard let range = text.ranges(of: " through ").last else { return nil }
        return (text[..<range.lowerBound], text[range.upperBound...])
    }

    private func line(of fact: Fact, and others: Int, before end: Int) -> String {
        let group = trace.facts[(end - others - 1)..<end]
        if let channel = Self.channel(of: fact.text), fact.kind != .serviceRestored {
            let names = group.compactMap { Self.channel(of: $0.text)?.name }.joined(separator: ", ")
            return line(of: fact, "\(channel.message) through \(names)")
        }
        let services = group.map(\.entity)
        let state = fact.kind == .serviceUnavailable ? "unavailable" : "restored"
        let names =
            services.count > 4
            ? services.prefix(3).joined(separator: ", ") + ", …" : services.joined(separator: ", ")
        return line(of: fact, "\(others + 1) services \(state): \(names)")
    }

    private func line(of fact: Fact, _ text: String) -> String {
        let source = "[\(fact.source ?? "scenario")]"
        let offset = offset(of: fact)
        // A rule that ends with its line of the document has that behind it once already.
        let ending = " (\(fact.source ?? ""))"
        let text = !showsAll && text.hasSuffix(ending) ? String(text.dropLast(ending.count)) : text
        let room = max(24, width - 2 - offset.count - 6 - source.count)
        let shown = showsAll || text.count <= room ? text : text.prefix(room - 1) + "…"
        return "  \(offset)  \(Self.mark(fact)) \(shown)  \(Ink.quiet(source))"
    }

    private func offset(of fact: Fact) -> String {
        let text = (fact.at - onset).offsetText
        return String(repeating: " ", count: max(0, 12 - text.count)) + text
    }

    private static func mark(_ fact: Fact) -> String {
        switch fact.kind {
        case .faultInjected, .serviceUnavailable, .stepFailed, .procedureFailed, .splitBrainStarted,
            .policyViolated, .alertLost, .noticeLost, .controllerError, .noStandby, .itemFailed,
            .baseBackupFailed:
            Ink.bad("✗")
        case .serviceRestored, .procedureCompleted, .databaseWritable, .faultHealed, .approvalGranted:
            Ink.good("✓")
        case .approvalRequested, .paged, .stepStarted, .escalated: Ink.doubtful("…")
        default: " "
        }
    }
}

extension TimelineView {
    /// What was told of one disaster, to tell what is new from what is only repeated.
    private struct Story {
        /// The procedures that have been told from their beginnings to their ends.
        private var ended: [(runbook: String, again: Int)] = []
        /// The procedures that began in it and go on.
        private var begun: [String] = []
        /// The procedures that are being carried out once more.
        private var repeated: [String] = []
        private var detected: [String] = []
        private var repeatsDetection = false
        private var errors: [(text: String, count: Int)] = []
        private var responseItems = 0
        private var isClosed = false
        /// How often one error is told: enough to see how far apart its returns are.
        private static let toldErrors = 3

        /// Whether a new disaster begins with a fact: a fault strikes, people reset the latch, or they
        /// declare one after closing another.
        func ends(before fact: Fact) -> Bool {
            switch fact.kind {
            case .faultInjected, .latchReset: true
            case .decisionMade: isClosed
            default: false
            }
        }

        /// Whether a fact is worth a line.
        mutating func tells(_ fact: Fact) -> Bool {
            switch fact.kind {
            case .nodeLost, .podsLost, .podReady, .podEvicted, .nodeNotReady, .podUnschedulable,
                .nodeRequested, .rolloutStarted, .rolloutFinished, .standbyRejoined, .nodeReady,
                .stepSucceeded, .syncStarted, .objectReplicated, .dnsPropagated:
                return false
            case .responseItemDone:
                responseItems += 1
                return false
            case .stepSkipped:
                return false
            case .incidentClosed:
                isClosed = true
                return true
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
            case .stepStarted, .stepRetried, .stepFailed:
                return !repeated.contains(fact.string(.runbook) ?? "")
            default:
                return true
            }
        }

        private mutating func begin(_ runbook: String) -> Bool {
            let isNew = !ended.contains { $0.runbook == runbook }
            if isNew { begun.append(runbook) } else { repeated.append(runbook) }
            return isNew
        }

        private mutating func end(_ runbook: String) -> Bool {
            if let index = ended.firstIndex(where: { $0.runbook == runbook }) {
                repeated.removeAll { $0 == runbook }
                ended[index].again += 1
                return false
            }
            // One that began in the disaster before has not been told in this one.
            if begun.contains(runbook) { ended.append((runbook, 0)) }
            return true
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
                "… \(error.text): \(error.count - Self.toldErrors) more times"
            }
            let items =
                responseItems == 0 ? [] : ["… \(responseItems) items of the immediate response are done"]
            return returned + procedures + items
        }

        private var procedures: [String] {
            ended.filter { $0.again > 0 }.map { procedure in
                let times = procedure.again == 1 ? "once more" : "\(procedure.again) more times"
                return "… \(procedure.runbook) is carried out \(times)"
            }
        }
    }
}

extension Span {
    /// A time from onset with its sign: `+5m 39s`, `-8h 50m 03s`, `+0s`.
    var offsetText: String { self == .zero ? "+0s" : self < .zero ? "\(self)" : "+\(self)" }
}
