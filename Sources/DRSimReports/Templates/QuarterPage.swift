/// The report as one HTML page. It has no script and nothing to load; its policy tells browsers so.
///
/// The first page says it all; objectives, the worst run, metrics and cost follow, and an appendix holds
/// what an auditor looks up.
enum QuarterPage {
    static let template =
        head + overview + contents + objectives + worst + metrics + money + QuarterAppendixPage.template
        + foot

    /// Stands at every section's heading: a page that is torn out still says what it is.
    static let stamp = "<small>SIMULATION</small>"

    private static let head = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
        <meta name="generator" content="drsim {{toolVersion}}">
        <title>Disaster recovery report {{quarter}} (simulation)</title>
        <style>
        \(QuarterStyle.css)
        </style>
        </head>
        <body>
        <div class="stamp" role="note">SIMULATION: every figure is model-based; none is evidence of an
        executed restore</div>

        """

    private static let overview = """
        <header>
        <h1>Disaster recovery, {{quarter}}</h1>
        <p>Rehearsals carried out from {{period}}, simulated. Report of {{madeAt}}.</p>
        </header>
        <main>
        <h2 id="glance">At a glance \(stamp)</h2>
        <p class="lead">{{summary}}</p>
        {{#comparison}}
        <div class="scroll"><table class="compare">
        <thead><tr><th scope="col">Level of the plan</th>
        {{#levels}}<th scope="col" class="n">{{.}}</th>{{/levels}}
        </tr></thead>
        <tbody>
        {{#rows}}
        <tr><th scope="row">{{label}}</th>
        {{#cells}}<td class="n"><span class="v {{tone}}">{{text}}</span></td>{{/cells}}</tr>
        {{/rows}}
        </tbody></table></div>
        {{/comparison}}
        {{#extremes}}
        <p><b>{{name}}:</b> {{text}}.</p>
        {{/extremes}}
        <h3>What to do</h3>
        <ol>
        {{#advice}}
        <li>{{.}}</li>
        {{/advice}}
        {{^advice}}
        <li>Nothing follows from these results.</li>
        {{/advice}}
        </ol>

        """

    private static let contents = """
        <nav aria-label="Contents"><h3>Contents</h3>
        <ul class="contents">
        <li><a href="#objectives">Objectives against results</a></li>
        {{#worst}}<li><a href="#worst">The worst run</a></li>{{/worst}}
        <li><a href="#metrics">Success metrics of the plan</a></li>
        <li><a href="#cost">Cost</a></li>
        <li><a href="#scope">Appendix: scope</a></li>
        <li><a href="#scenarios">Scenarios</a></li>
        <li><a href="#failures">Expectations that failed</a></li>
        {{#whatIfs}}<li><a href="#what-if">What if</a></li>{{/whatIfs}}
        <li><a href="#detection">Detection and classification</a></li>
        <li><a href="#verification">Verification of the recoveries</a></li>
        <li><a href="#stores">Data by store</a></li>
        <li><a href="#failback">Ways back</a></li>
        <li><a href="#assumptions">Assumptions</a></li>
        <li><a href="#limits">Limits</a></li>
        <li><a href="#replay">Replay</a></li>
        <li><a href="#provenance">Provenance</a></li>
        </ul></nav>

        """

    private static let objectives = """
        <h2 id="objectives">Objectives against results \(stamp)</h2>
        <p>How many scenarios kept each objective of a service, in every trial. The objective is the stricter
        of the service’s tier and the incident class, so it differs between scenarios. Recovery time runs from
        the first instant at which fewer than 95% of a service’s users were served; of several outages the
        worst counts.</p>
        {{#levels}}
        <h3>Recovery times at level {{name}}</h3>
        {{#time}}
        \(table(head: "RTO", last: "<th scope=\"col\">Restored by</th>", cell: "<td>{{restoredBy}}</td>"))
        {{/time}}
        <h3>Data at level {{name}}</h3>
        {{#data}}
        \(table(head: "RPO", last: "", cell: ""))
        {{/data}}
        {{/levels}}

        """

    private static func table(head: String, last: String, cell: String) -> String {
        """
        <div class="scroll"><table>
        <thead><tr><th scope="col">Service</th><th scope="col" class="n">Tier</th>
        {{#columns}}<th scope="col" class="n">\(head) {{.}}</th>{{/columns}}
        <th scope="col">Worst</th><th scope="col">In the scenario</th>\(last)</tr></thead>
        <tbody>
        {{#rows}}
        <tr><th scope="row">{{title}}</th><td class="n">{{tier}}</td>
        {{#cells}}<td class="n"><span class="v {{tone}}">{{text}}</span></td>{{/cells}}
        <td><span class="v {{tone}}">{{worst}}</span></td><td>{{scenario}}</td>\(cell)</tr>
        {{/rows}}
        {{^rows}}
        <tr><td colspan="5">Nothing was put to the test.</td></tr>
        {{/rows}}
        </tbody></table></div>
        """
    }

    private static let worst = """
        {{#worst}}
        <h2 id="worst">The worst run \(stamp)</h2>
        <p>{{title}}, at level {{level}}, seed {{seed}}: {{cost}}.{{constraint}}</p>
        <figure>
        <div class="scroll">
        {{{svg}}}
        </div>
        <figcaption>Time from onset. {{axis}}A bar is a service’s worst outage, cut into what it was spent on;
        a thin one is another outage; the heavy mark is the recovery-time objective where the axis
        reaches it; a
        hatched bar did not end.</figcaption>
        </figure>
        <ul class="phases">
        {{#phases}}
        <li><i style="background:{{colour}}">{{letter}}</i>{{name}}, up to {{longest}}</li>
        {{/phases}}
        </ul>
        <div class="scroll"><table class="facts">
        <thead><tr><th scope="col" class="n">No</th><th scope="col" class="n">From onset</th>
        <th scope="col">What became true</th><th scope="col">Source</th></tr></thead>
        <tbody>
        {{#facts}}
        <tr><td class="n">{{number}}</td><td class="n">{{offset}}</td><td>{{text}}</td>
        <td>{{source}}</td></tr>
        {{/facts}}
        </tbody></table></div>
        <p>{{omitted}}</p>
        {{/worst}}

        """

    private static let metrics = """
        <h2 id="metrics">Success metrics of the plan \(stamp)</h2>
        <p>A scenario meets a metric if every trial does. Undecided: at the end of a trial cases were still
        open, and the figure may yet fall on either side of the target. The worst is the extreme of
        all trials.</p>
        <div class="scroll"><table>
        <thead><tr><th scope="col">Metric</th><th scope="col">Level</th><th scope="col">Target</th>
        <th scope="col">Scenarios that met it</th><th scope="col">Worst</th>
        <th scope="col">In the scenario</th><th scope="col">Evidence of the worst</th></tr></thead>
        <tbody>
        {{#metrics}}
        <tr><th scope="row">{{title}}</th><td class="l">{{level}}</td><td>{{target}}</td><td>{{met}}</td>
        <td><span class="v {{tone}}">{{worst}}</span></td><td>{{scenario}}</td><td>{{evidence}}</td></tr>
        {{/metrics}}
        </tbody></table></div>

        """

    private static let money = """
        <h2 id="cost">Cost \(stamp)</h2>
        <div class="scroll"><table>
        <caption>{{currency}}, median of the trials, the ten dearest scenarios of each level. Without
        response: the same disaster if nothing and nobody responds, where that was run. Saved: median over the
        trials that were run both ways. Data loss: the worst verdict on it, by what the tier that had it
        accepts.</caption>
        <thead><tr><th scope="col">Scenario</th><th scope="col">Level</th>
        <th scope="col" class="n">Lost revenue</th><th scope="col" class="n">Operational</th>
        <th scope="col" class="n">Compliance</th><th scope="col" class="n">Reputation</th>
        <th scope="col" class="n">Total</th><th scope="col" class="n">{{dataLossTitle}}</th>
        <th scope="col" class="n">Without response</th><th scope="col" class="n">Saved</th></tr></thead>
        <tbody>
        {{#costs}}
        <tr><th scope="row">{{scenario}}</th><td class="l">{{level}}</td><td class="n">{{lostRevenue}}</td>
        <td class="n">{{operational}}</td><td class="n">{{compliance}}</td><td class="n">{{reputation}}</td>
        <td class="n"><b>{{total}}</b></td><td class="n">{{dataLoss}}</td><td class="n">{{control}}</td>
        <td class="n">{{saved}}</td></tr>
        {{/costs}}
        </tbody></table></div>
        <p>{{costsLeftOut}}</p>
        <h3>How the plan’s wording was read</h3>
        \(entries(of: "readings"))

        """

    /// A list of names with what is said of each.
    static func entries(of section: String) -> String {
        """
        <dl>
        {{#\(section)}}
        <dt>{{name}}</dt><dd>{{text}}</dd>
        {{/\(section)}}
        </dl>
        """
    }

    private static let foot = """
        </main>
        <footer>SIMULATION: model-based, not executed restore evidence. The same store gives the same page,
        but for the moment at which it was made.</footer>
        </body>
        </html>

        """
}
