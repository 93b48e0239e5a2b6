extension AssumptionFile {
    /// People.
    static let people = """
        # People.
        - id: message_delivery
          title: From sending a message until its channel shows it or rings
          distribution: {lognormal: {p50: 5s, p95: 45s}}
          unit: seconds
          source: assumption
          confidence: estimate
        - id: page_acknowledge
          title: From the ringing pager until its owner is at work, in office hours
          distribution: {lognormal: {p50: 4m, p95: 15m}}
          unit: seconds
          source: E10
          confidence: estimate
        - id: page_acknowledge_night_factor
          title: How many times longer that takes at night
          distribution: {constant: 1.8}
          unit: number
          source: E10
          confidence: estimate
        - id: page_acknowledge_off_hours_factor
          title: How many times longer that takes in the evening and on free days
          distribution: {constant: 1.3}
          unit: number
          source: assumption
          confidence: estimate
        - id: page_escalation
          title: How long a page may go unanswered before the next role is paged
          distribution: {constant: 10m}
          unit: seconds
          source: E10
          confidence: estimate
        - id: decision_untrained
          title: From being at work to a decision, without criteria agreed beforehand
          distribution: {lognormal: {p50: 25m, p95: 90m}}
          unit: seconds
          source: E11
          confidence: estimate
        - id: decision_prepared
          title: From being at work to a decision, by criteria agreed beforehand
          distribution: {lognormal: {p50: 10m, p95: 30m}}
          unit: seconds
          source: E11
          confidence: estimate
        - id: provider_confirmation
          title: From an outage until its provider confirms it
          distribution: {lognormal: {p50: 30m, p95: 90m}}
          unit: seconds
          source: C15
          confidence: secondary
        - id: approval_decision
          title: From being reached to answering a request for approval
          distribution: {lognormal: {p50: 10m, p95: 30m}}
          unit: seconds
          source: E11
          confidence: estimate
        - id: complaint_delay
          title: From users being unserved until their complaints reach somebody on call
          distribution: {lognormal: {p50: 8m, p95: 25m}}
          unit: seconds
          source: assumption
          confidence: estimate
        - id: stakeholder_notice
          title: From the decision until stakeholders have a notice
          distribution: {lognormal: {p50: 8m, p95: 30m}}
          unit: seconds
          source: assumption
          confidence: estimate
        - id: latch_review
          title: From the end of an outage until who approves lets procedures start again
          distribution: {lognormal: {p50: 90m, p95: 6h}}
          unit: seconds
          source: assumption
          confidence: estimate
        - id: stand_down
          title: How long all must have been well before people go home, or look into what was held back
          distribution: {constant: 10m}
          unit: seconds
          source: assumption
          confidence: estimate
        - id: manual_step
          title: What a person adds to a command by reading, typing and looking at the answer
          distribution: {lognormal: {p50: 45s, p95: 3m}}
          unit: seconds
          source: assumption
          confidence: estimate
        - id: slip_calm
          title: Chance that a step is mistyped while users are served
          distribution: {constant: 0.03}
          unit: number
          source: E4
          confidence: estimate
        - id: slip_stressed
          title: Chance that a step is mistyped while users are not served
          distribution: {constant: 0.1}
          unit: number
          source: E4
          confidence: estimate
        - id: slip_recovery
          title: From a step mistyped until it is seen and typed again
          distribution: {lognormal: {p50: 2m, p95: 10m}}
          unit: seconds
          source: assumption
          confidence: estimate
        - id: untested_runbook_defect
          title: Chance that a runbook nobody tried is wrong at one of its steps
          distribution: {constant: 0.25}
          unit: number
          source: E4
          confidence: estimate
        - id: defect_workaround
          title: From meeting such a step until somebody has found a way around it
          distribution: {lognormal: {p50: 20m, p95: 90m}}
          unit: seconds
          source: assumption
          confidence: estimate
        - id: loud_corruption_detection
          title: From corruption that makes something fail until somebody knows of it
          distribution: {lognormal: {p50: 5m, p95: 60m}}
          unit: seconds
          source: E8
          confidence: estimate
        - id: silent_corruption_detection
          title: From corruption that looks right until somebody knows of it
          distribution:
            mixture:
              - {weight: 70%, distribution: {lognormal: {p50: 6h, p95: 3d}}}
              - {weight: 30%, distribution: {lognormal: {p50: 5d, p95: 45d}}}
          unit: seconds
          source: E8
          confidence: estimate
        - id: deletion_detection
          title: From a deletion by mistake until somebody knows of it
          distribution: {lognormal: {p50: 15m, p95: 4h}}
          unit: seconds
          source: "E5, assumption"
          confidence: estimate
        - id: breach_detection
          title: From an intruder's entry until somebody knows of it
          distribution: {lognormal: {p50: 11d, p95: 90d}}
          unit: seconds
          source: E7
          confidence: secondary
        """
}
