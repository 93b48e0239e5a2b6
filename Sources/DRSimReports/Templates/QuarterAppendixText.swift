/// The part of the Markdown report that is looked up, not read.
enum QuarterAppendixText {
    static let template = scenarios + failures + DetectionText.template + stores + failbacks + evidence

    private static let scenarios = """

        ## Scope (simulation)

        {{#scope}}
        - {{name}}: {{text}}
        {{/scope}}

        ## Scenarios (simulation)

        | Scenario | Class |{{#levelNames}} {{.}} |{{/levelNames}}
        |---|---|{{#levelNames}}---|{{/levelNames}}
        {{#scenarios}}
        | {{title}} | {{incidentClass}} |{{#cells}} {{line}} |{{/cells}}
        {{/scenarios}}

        ### The most critical tier that missed its objective

        | Scenario | Level | Tier | RTO | Simulated RTA of the slowest | Slowest | \
        Trials in which the whole tier met it | Verdict | Restored by |
        |---|---|---|---|---|---|---|---|---|
        {{#tierGroups}}
        {{#tiers}}
        | {{scenario}} | {{level}} | {{tier}} | {{rto}} | {{rta}} | {{slowest}} | {{met}} | \
        {{verdict}} | {{restoredBy}} |
        {{/tiers}}
        {{/tierGroups}}

        """

    private static let failures = """

        ## Expectations that failed (simulation)

        {{^failures}}
        None.
        {{/failures}}
        {{#failures}}
        - ✗ {{text}}, was {{actual}}: {{scenario}}, {{level}}, in {{trials}} trials, first at seed \
        {{seed}}
        {{/failures}}

        {{#whatIfs}}
        ## What if (simulation)

        | Scenario | Plan | Recovery times | Data | Cost |
        |---|---|---|---|--:|
        {{#rows}}
        | {{scenario}} | {{level}} | {{recovery}} | {{data}} | {{cost}} |
        {{/rows}}

        {{/whatIfs}}

        """

    private static let stores = """

        ## Data by store (simulation)

        | Store | Scenario | Level | RPO | Simulated RPA | Trials that met it | Verdict | Lost | \
        Discarded | Split brain |
        |---|---|---|---|---|---|---|--:|--:|--:|
        {{#stores}}
        | {{title}} | {{scenario}} | {{level}} | {{rpo}} | {{rpa}} | {{met}} | {{verdict}} | \
        {{lost}} | {{discarded}} | {{splitBrain}} |
        {{/stores}}

        {{storesLeftOut}}

        """

    private static let failbacks = """

        ## Ways back (simulation)

        | Scenario | Level | No | What came of it | Trials that came home | Simulated RTA | Interruption | \
        Carried home | Left behind | Without a copy |
        |---|---|--:|---|---|---|---|--:|--:|---|
        {{#failbacks}}
        | {{scenario}} | {{level}} | {{ordinal}} | {{outcome}} | {{trials}} | {{rta}} | {{interrupted}} | \
        {{reconciled}} | {{leftBehind}} | {{unprotected}} |
        {{/failbacks}}
        {{^failbacks}}

        Nothing was brought back.
        {{/failbacks}}

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

        | Command | Trial | Digest |
        |---|--:|---|
        {{#replays}}
        | {{command}} | {{trial}} | {{digest}} |
        {{/replays}}

        ## Provenance (simulation)

        {{#evidence}}
        - {{name}}: {{text}}
        {{/evidence}}

        """
}
