/// The part of the HTML page that is looked up, not read.
enum QuarterAppendixPage {
    static let template =
        scope + scenarios + failures + whatIf + DetectionPage.template + stores + failbacks + evidence

    private static let scope = """
        <div class="appendix">
        <h2 id="scope">Scope \(QuarterPage.stamp)</h2>
        \(QuarterPage.entries(of: "scope"))

        """

    private static let scenarios = """
        <h2 id="scenarios">Scenarios \(QuarterPage.stamp)</h2>
        <div class="scroll"><table>
        <thead><tr><th scope="col">Scenario</th><th scope="col">Class</th>
        {{#levelNames}}<th scope="col">{{.}}</th>{{/levelNames}}</tr></thead>
        <tbody>
        {{#scenarios}}
        <tr><th scope="row">{{title}}</th><td>{{incidentClass}}</td>
        {{#cells}}<td>{{#recovery}}<span class="v {{tone}}">{{text}}</span>{{/recovery}}<br>
        {{#data}}<span class="v {{tone}}">{{text}}</span>{{/data}}<br>{{#cost}}{{text}}{{/cost}}<br>
        {{#contract}}<span class="v {{tone}}">{{text}}</span>{{/contract}}</td>{{/cells}}</tr>
        {{/scenarios}}
        {{^scenarios}}
        <tr><td colspan="3">No scenario was rehearsed.</td></tr>
        {{/scenarios}}
        </tbody></table></div>
        <h3>The most critical tier that missed its objective</h3>
        <div class="scroll"><table class="dense">
        <thead><tr><th scope="col">Tier</th><th scope="col">RTO</th>
        <th scope="col">Simulated RTA of the slowest</th><th scope="col">Slowest</th>
        <th scope="col">Trials in which the whole tier met it</th><th scope="col">Verdict</th>
        <th scope="col">Restored by</th></tr></thead>
        {{#tierGroups}}
        <tbody>
        <tr class="group"><th scope="rowgroup" colspan="7">{{scenario}}, {{level}}</th></tr>
        {{#tiers}}
        <tr><td>{{tier}}</td><td>{{rto}}</td><td>{{rta}}</td><td>{{slowest}}</td><td>{{met}}</td>
        <td><span class="v {{tone}}">{{verdict}}</span></td><td>{{restoredBy}}</td></tr>
        {{/tiers}}
        </tbody>
        {{/tierGroups}}
        {{^tierGroups}}
        <tbody><tr><td colspan="7">None.</td></tr></tbody>
        {{/tierGroups}}
        </table></div>

        """

    private static let failures = """
        <h2 id="failures">Expectations that failed \(QuarterPage.stamp)</h2>
        {{^failures}}
        <p>None.</p>
        {{/failures}}
        <ul class="failures">
        {{#failures}}
        <li><span class="v bad">✗</span> <code>{{text}}</code>, was <code>{{actual}}</code>: {{scenario}},
        {{level}}, in {{trials}} trials, first at seed {{seed}}</li>
        {{/failures}}
        </ul>

        """

    private static let whatIf = """
        {{#whatIfs}}
        <h2 id="what-if">What if \(QuarterPage.stamp)</h2>
        <p>Runs for which a value of the plan was set by hand. They answer questions of their own and are in
        no figure above.</p>
        <div class="scroll"><table>
        <thead><tr><th scope="col">Scenario</th><th scope="col">Plan</th><th scope="col">Recovery times</th>
        <th scope="col">Data</th><th scope="col" class="n">Cost</th></tr></thead>
        <tbody>
        {{#rows}}
        <tr><th scope="row">{{scenario}}</th><td>{{level}}</td>
        <td><span class="v {{tone}}">{{recovery}}</span></td><td>{{data}}</td><td class="n">{{cost}}</td></tr>
        {{/rows}}
        </tbody></table></div>
        {{/whatIfs}}

        """

    private static let stores = """
        <h2 id="stores">Data by store \(QuarterPage.stamp)</h2>
        <div class="scroll"><table class="dense">
        <caption>Lost, discarded after a fork, written on both sides of a split brain: transactions, the
        most of any trial. Met by definition: nothing from before the target instant is missing, but what was
        acknowledged after it was thrown away.</caption>
        <thead><tr><th scope="col">Store</th><th scope="col">Scenario</th><th scope="col">Level</th>
        <th scope="col">RPO</th><th scope="col">Simulated RPA</th><th scope="col">Trials that met it</th>
        <th scope="col">Verdict</th><th scope="col" class="n">Lost</th>
        <th scope="col" class="n">Discarded</th><th scope="col" class="n">Split brain</th></tr></thead>
        <tbody>
        {{#stores}}
        <tr><th scope="row">{{title}}</th><td>{{scenario}}</td><td class="l">{{level}}</td><td>{{rpo}}</td>
        <td>{{rpa}}</td><td>{{met}}</td><td><span class="v {{tone}}">{{verdict}}</span></td>
        <td class="n">{{lost}}</td><td class="n">{{discarded}}</td><td class="n">{{splitBrain}}</td></tr>
        {{/stores}}
        {{^stores}}
        <tr><td colspan="10">No store lost anything.</td></tr>
        {{/stores}}
        </tbody></table></div>
        <p>{{storesLeftOut}}</p>

        """

    private static let failbacks = """
        <h2 id="failback">Ways back \(QuarterPage.stamp)</h2>
        <div class="scroll"><table class="dense">
        <caption>A row for the first, second and so on way back of each trial; trials: those in which it
        was begun. RTA: from the decision to go back until users were served at home. The longest
        interruption of a service, transactions of the recovery region carried home and left behind, and
        time without a copy in a second region: the most of any trial.</caption>
        <thead><tr><th scope="col">Scenario</th><th scope="col">Level</th><th scope="col" class="n">No</th>
        <th scope="col">What came of it</th><th scope="col">Trials that came home</th>
        <th scope="col">Simulated RTA</th><th scope="col">Interruption</th>
        <th scope="col" class="n">Carried home</th><th scope="col" class="n">Left behind</th>
        <th scope="col">Without a copy</th></tr></thead>
        <tbody>
        {{#failbacks}}
        <tr><th scope="row">{{scenario}}</th><td class="l">{{level}}</td><td class="n">{{ordinal}}</td>
        <td>{{outcome}}</td><td>{{trials}}</td><td>{{rta}}</td>
        <td>{{interrupted}}</td><td class="n">{{reconciled}}</td><td class="n">{{leftBehind}}</td>
        <td>{{unprotected}}</td></tr>
        {{/failbacks}}
        {{^failbacks}}
        <tr><td colspan="10">Nothing was brought back.</td></tr>
        {{/failbacks}}
        </tbody></table></div>

        """

    private static let evidence = """
        <h2 id="assumptions">Assumptions \(QuarterPage.stamp)</h2>
        <div class="scroll"><table class="dense">
        <thead><tr><th scope="col">Name</th><th scope="col">What it is</th><th scope="col">Drawn from</th>
        <th scope="col">Source</th><th scope="col">Confidence</th></tr></thead>
        <tbody>
        {{#assumptions}}
        <tr><td><code>{{id}}</code></td><td>{{title}}</td><td>{{distribution}}</td><td>{{source}}</td>
        <td>{{confidence}}</td></tr>
        {{/assumptions}}
        </tbody></table></div>
        <h2 id="limits">Limits \(QuarterPage.stamp)</h2>
        <ul>
        {{#limits}}
        <li>{{.}}</li>
        {{/limits}}
        </ul>
        <h2 id="replay">Replay \(QuarterPage.stamp)</h2>
        <p>Each line runs trials again; the trace of the trial that is named has the digest that begins
        so.</p>
        <div class="scroll"><table class="dense">
        <thead><tr><th scope="col">Command</th><th scope="col" class="n">Trial</th>
        <th scope="col">Digest</th></tr></thead>
        <tbody>
        {{#replays}}
        <tr><td><code>{{command}}</code></td><td class="n">{{trial}}</td><td><code>{{digest}}</code></td></tr>
        {{/replays}}
        </tbody></table></div>
        <h2 id="provenance">Provenance \(QuarterPage.stamp)</h2>
        \(QuarterPage.entries(of: "evidence"))
        </div>

        """
}
