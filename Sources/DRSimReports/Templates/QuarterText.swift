/// The report in Markdown. Every section's heading carries the stamp.
enum QuarterText {
    static let template =
        overview + objectives + scenarios + DetectionText.template + worst + money + evidence

    private static let overview = """
        {{% CONTENT_TYPE:MARKDOWN}}
        # Disaster recovery, {{quarter}}

        > **SIMULATION**: every figure is model-based; none is evidence of an executed restore.

        Rehearsals carried out from {{period}}, simulated. Report of {{generatedAt}}.

        {{summary}}

        {{#tiles}}
        - **{{value}}** {{label}}
        {{/tiles}}

        ## Scope (simulation)

        {{#scope}}
        - {{name}}: {{text}}
        {{/scope}}

        """

    private static let objectives = """

        ## Objectives against results (simulation)

        {{#levels}}
        ### Plan at level {{name}}

        | Service | Tier | RTO | Simulated RTA | Met, n [95%] | Verdict | Restored by | RPO | \
        Simulated RPA | Verdict |
        |---|---|---|---|---|---|---|---|---|---|
        {{#services}}
        | {{title}} | {{tier}} | {{rto}} | {{rta}} | {{met}} | {{verdict}} | {{restoredBy}} | \
        {{rpo}} | {{rpa}} | {{rpoVerdict}} |
        {{/services}}

        {{/levels}}
        ### Data by store

        | Store | Scenario | Level | RPO | Simulated RPA | Met, n [95%] | Verdict | Lost | \
        Discarded | Split brain |
        |---|---|---|---|---|---|---|--:|--:|--:|
        {{#stores}}
        | {{title}} | {{scenario}} | {{level}} | {{rpo}} | {{rpa}} | {{met}} | {{verdict}} | \
        {{lost}} | {{discarded}} | {{splitBrain}} |
        {{/stores}}

        """

    private static let scenarios = """

        ## Scenarios (simulation)

        | Scenario | Class | Level | Trials | Seed | Digest | Recovery times | Data | Expectations |
        |---|---|---|--:|---|---|---|---|---|
        {{#scenarios}}
        | {{title}} | {{incidentClass}} | {{level}} | {{trials}} | {{seed}} | `{{{digest}}}` | \
        {{services}} | {{stores}} | {{expectations}} |
        {{/scenarios}}

        ### Recovery by scenario and tier

        | Scenario | Level | Tier | RTO | Simulated RTA of the slowest | Slowest | \
        Whole tier met, n [95%] | Verdict | Restored by |
        |---|---|---|---|---|---|---|---|---|
        {{#tierGroups}}
        {{#tiers}}
        | {{scenario}} | {{level}} | {{tier}} | {{rto}} | {{rta}} | {{slowest}} | {{met}} | \
        {{verdict}} | {{restoredBy}} |
        {{/tiers}}
        {{/tierGroups}}

        ## Expectations that failed (simulation)

        {{^failures}}
        None.
        {{/failures}}
        {{#failures}}
        - ✗ {{text}}, was {{actual}}: {{scenario}}, {{level}}, in {{trials}} trials, first at seed \
        {{seed}}
        {{/failures}}

        """

    private static let worst = """
        {{#worst}}

        ## The worst run (simulation)

        {{title}}, at level {{level}}, seed {{seed}}: {{cost}}.{{constraint}}

        {{#phases}}
        - {{name}}, up to {{longest}}
        {{/phases}}

        | No | From onset | What became true | Source |
        |--:|--:|---|---|
        {{#facts}}
        | {{number}} | {{offset}} | {{text}} | {{source}} |
        {{/facts}}

        {{omitted}}
        {{/worst}}

        """

    private static let money = """
        ## Cost (simulation)

        {{currency}}, median of the trials. Data loss stands outside the total unless the plan includes it.

        | Scenario | Level | Lost revenue | Operational | Compliance | Reputation | Total | \
        Data loss | Without response | Saved |
        |---|---|--:|--:|--:|--:|--:|--:|--:|--:|
        {{#costs}}
        | {{scenario}} | {{level}} | {{lostRevenue}} | {{operational}} | {{compliance}} | \
        {{reputation}} | {{total}} | {{dataLoss}} | {{control}} | {{saved}} |
        {{/costs}}

        {{#readings}}
        - {{name}}: {{text}}
        {{/readings}}

        ## Success metrics of the plan (simulation)

        | Metric | Level | Target | Trials that met it | Worst | Evidence of the worst |
        |---|---|---|---|---|---|
        {{#metrics}}
        | {{title}} | {{level}} | {{target}} | {{met}} | {{worst}} | {{evidence}} |
        {{/metrics}}

        """

    private static let evidence = """

        ## Assumptions (simulation)

        | Name | What it is | Drawn from | Source | Confidence |
        |---|---|---|---|---|
        {{#assumptions}}
        | {{id}} | {{title}} | {{distribution}} | {{source}} | {{confidence}} |
        {{/assumptions}}

        ## Limits (simulation)

        {{#limits}}
        - {{.}}
        {{/limits}}

        ## Replay (simulation)

        {{#replays}}
        {{scenario}}, {{level}}: digest {{digest}}

            {{{command}}}

        {{/replays}}
        ## Provenance (simulation)

        {{#evidence}}
        - {{name}}: {{text}}
        {{/evidence}}

        """
}
