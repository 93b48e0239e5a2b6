/// The part of the Markdown report that says what disasters were taken for, and how recoveries were verified.
enum DetectionText {
    static let template = confusion + verification

    private static let confusion = """

        ## Detection and classification (simulation)

        {{#detections}}
        ### Plan at level {{level}}: {{right}}

        | True class | Taken for | By | Acted on as | Trials of the class |
        |---|---|---|---|--:|
        {{#rows}}
        | {{truth}} | {{taken}} | {{by}} | {{acted}} | {{trials}} |
        {{/rows}}

        {{#rates}}
        False alarms a year: {{alarms}}. Acted on: {{actions}}. Intervals are 95% (Garwood).
        {{/rates}}
        {{^rates}}
        False alarms a year: not exercised; no false alarm of these scenarios recurs.
        {{/rates}}

        {{/detections}}

        """

    private static let verification = """
        ## Verification of the recoveries (simulation)

        {{#verifications}}
        ### Plan at level {{level}}

        | Item | Part | Trials that passed | Evidence |
        |---|---|---|---|
        {{#items}}
        | {{title}} | {{group}} | {{passed}} | {{evidence}} |
        {{/items}}

        {{/verifications}}
        {{^verifications}}
        No rehearsal went by a list: the plan has none, or nothing was rehearsed.

        {{/verifications}}
        """
}
