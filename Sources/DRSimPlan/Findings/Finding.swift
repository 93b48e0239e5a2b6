/// A finding of the audit of the plan's document: what is wrong where, and what shows it.
package struct Finding: Hashable, Sendable {
    /// The audit's id, such as `F16b`.
    package var id: String
    /// What is wrong, in a line.
    package var title: String
    /// Where in the document.
    package var source: String
    /// The overlay of the ladder's first level on which it no longer bites; `nil` if it bites on all.
    package var mendedAt: String?
    /// What shows it.
    package var evidence: Evidence
    /// What must be known to read its figures right.
    package var note: String?

    /// What shows that a finding is one.
    package enum Evidence: Hashable, Sendable {
        /// A scenario in which it makes a difference.
        case scenario(FindingExperiment)
        /// Nothing a trial could show: why, and the check made instead, as `PATH#WORDS IN IT`.
        case check(reason: String, at: String)
    }

    /// Creates a finding.
    package init(id: String, title: String, source: String, mendedAt: String?, evidence: Evidence) {
        (self.id, self.title, self.source) = (id, title, source)
        (self.mendedAt, self.evidence) = (mendedAt, evidence)
    }
}

/// How a finding is put to the test: put back into the mended plan, and mended alone in the faulty one.
package struct FindingExperiment: Hashable, Sendable {
    /// The scenario's path from where the command runs.
    package var scenario: String
    /// What its price is held against, where that is not the mended plan but one with another finding in it.
    package var base: String?
    /// What mending it is held against, where the faulty plan reads the document so that it does not bite.
    package var mendBase: String?
    /// What puts it back.
    package var price: Side
    /// What mends it alone.
    package var gain: Side

    /// One of the two experiments.
    package enum Side: Hashable, Sendable {
        /// An overlay makes the change; where it makes no difference, this is why.
        case overlay(String, ifIdle: String?)
        /// Nothing can make it, for this reason.
        case absent(reason: String)
    }

    /// Creates an experiment.
    package init(
        scenario: String, base: String? = nil, mendBase: String? = nil, price: Side, gain: Side
    ) {
        (self.scenario, self.base, self.mendBase) = (scenario, base, mendBase)
        (self.price, self.gain) = (price, gain)
    }
}

/// The findings about a plan, with the levels they are tried on.
package struct FindingCatalogue: Hashable, Sendable {
    /// The overlay in which all are mended that can be.
    package var mended: String
    /// The overlay in which none is, but for checks that look.
    package var faulty: String
    /// The overlays of the ladder, from the plan as its document has it to the one with all mended.
    package var ladder: [String]
    /// The findings, in the audit's order.
    package var findings: [Finding]

    /// Creates a catalogue.
    package init(mended: String, faulty: String, ladder: [String], findings: [Finding]) {
        (self.mended, self.faulty, self.ladder, self.findings) = (mended, faulty, ladder, findings)
    }
}
