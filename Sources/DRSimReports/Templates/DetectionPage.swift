/// The part of the HTML page that says what disasters were taken for, and how recoveries were verified.
enum DetectionPage {
    static let template = confusion + verification

    private static let confusion = """
        <h2 id="detection">Detection and classification \(QuarterPage.stamp)</h2>
        <p>What a disaster truly was, what it was first taken for and by whom, and what the first procedure
        that did anything was for, trial by trial. Unmapped: the controller’s word for it stands for no
        class of the plan.</p>
        {{#detections}}
        <h3>Plan at level {{level}}: {{right}}</h3>
        <div class="scroll"><table>
        <thead><tr><th scope="col">True class</th><th scope="col">Taken for</th><th scope="col">By</th>
        <th scope="col">Acted on as</th><th scope="col" class="n">Trials of the class</th></tr></thead>
        <tbody>
        {{#rows}}
        <tr><th scope="row">{{truth}}</th><td><span class="v {{takenTone}}">{{taken}}</span></td>
        <td>{{by}}</td>
        <td><span class="v {{actedTone}}">{{acted}}</span></td><td class="n">{{trials}}</td></tr>
        {{/rows}}
        </tbody></table></div>
        {{#rates}}
        <p>False alarms a year: {{alarms}}. Acted on: {{actions}}. Intervals are 95% (Garwood).</p>
        {{/rates}}
        {{^rates}}
        <p>False alarms a year: not exercised; no false alarm of these scenarios recurs.</p>
        {{/rates}}
        {{/detections}}
        {{^detections}}
        <p>Nothing was rehearsed.</p>
        {{/detections}}

        """

    private static let verification = """
        <h2 id="verification">Verification of the recoveries \(QuarterPage.stamp)</h2>
        <p>The plan’s list, held against what was true ten minutes after the last service came back, or at
        the horizon. Evidence is that of the first failure, else of the first look.</p>
        {{#verifications}}
        <h3>Plan at level {{level}}</h3>
        <div class="scroll"><table>
        <thead><tr><th scope="col">Item</th><th scope="col">Part</th><th scope="col">Trials that passed</th>
        <th scope="col">Evidence</th></tr></thead>
        <tbody>
        {{#items}}
        <tr><th scope="row">{{title}}</th><td>{{group}}</td>
        <td><span class="v {{tone}}">{{passed}}</span></td><td>{{evidence}}</td></tr>
        {{/items}}
        </tbody></table></div>
        {{/verifications}}
        {{^verifications}}
        <p>No rehearsal went by a list: the plan has none, or nothing was rehearsed.</p>
        {{/verifications}}

        """
}
