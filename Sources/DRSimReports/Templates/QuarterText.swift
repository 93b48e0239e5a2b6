/// The report in Markdown: the same as the page, but for the picture. Every section carries the stamp.
enum QuarterText {
    static let template =
        overview + objectives + worst + metrics + money + QuarterAppendixText.template

    private static let overview = """
        {{% CONTENT_TYPE:MARKDOWN}}
        # Disaster recovery, {{quarter}}

        > **SIMULATION**: every figure is model-based; none is evidence of an executed restore.

        Rehearsals carried out from {{period}}, simulated. Report of {{madeAt}}.

        ## At a glance (simulation)

        {{summary}}

        {{#comparison}}
        | Level of the plan |{{#levels}} {{.}} |{{/levels}}
        |---|{{#levels}}--:|{{/levels}}
        {{#rows}}
        | {{label}} |{{#cells}} {{text}} |{{/cells}}
        {{/rows}}

        {{/comparison}}
        {{#extremes}}
        - **{{name}}:** {{text}}.
        {{/extremes}}

        ### What to do

        {{#advice}}
        1. {{.}}
        {{/advice}}
        {{^advice}}
        Nothing follows from these results.
        {{/advice}}

        """

    private static let objectives = """

        ## Objectives against results (simulation)

        {{#levels}}
        ### Recovery times at level {{name}}

        {{#time}}
        | Service | Tier |{{#columns}} RTO {{.}} |{{/columns}} Worst | In the scenario | Restored by |
        |---|--:|{{#columns}}--:|{{/columns}}---|---|---|
        {{#rows}}
        | {{title}} | {{tier}} |{{#cells}} {{text}} |{{/cells}} {{worst}} | {{scenario}} | {{restoredBy}} |
        {{/rows}}
        {{/time}}

        ### Data at level {{name}}

        {{#data}}
        | Service | Tier |{{#columns}} RPO {{.}} |{{/columns}} Worst | In the scenario |
        |---|--:|{{#columns}}--:|{{/columns}}---|---|
        {{#rows}}
        | {{title}} | {{tier}} |{{#cells}} {{text}} |{{/cells}} {{worst}} | {{scenario}} |
        {{/rows}}
        {{/data}}

        {{/levels}}

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

    private static let metrics = """
        ## Success metrics of the plan (simulation)

        | Metric | Level | Target | Scenarios that met it | Worst | In the scenario | Evidence of the worst |
        |---|---|---|---|---|---|---|
        {{#metrics}}
        | {{title}} | {{level}} | {{target}} | {{met}} | {{worst}} | {{scenario}} | {{evidence}} |
        {{/metrics}}

        """

    private static let money = """

        ## Cost (simulation)

        {{currency}}, median of the trials, the ten dearest scenarios of each level. Saved: median over the
        trials that were run both ways. Data loss: the worst verdict on it, by what the tier that had it
        accepts.

        | Scenario | Level | Lost revenue | Operational | Compliance | Reputation | Total | \
        {{dataLossTitle}} | Without response | Saved |
        |---|---|--:|--:|--:|--:|--:|--:|--:|--:|
        {{#costs}}
        | {{scenario}} | {{level}} | {{lostRevenue}} | {{operational}} | {{compliance}} | \
        {{reputation}} | {{total}} | {{dataLoss}} | {{control}} | {{saved}} |
        {{/costs}}

        {{costsLeftOut}}

        ### How the plan’s wording was read

        {{#readings}}
        - {{name}}: {{text}}
        {{/readings}}

        """
}
