/// The report as one HTML page. It has no script and nothing to load; its policy tells browsers so.
enum QuarterPage {
    static let template =
        head + overview + objectives + stores + scenarios + tiers + DetectionPage.template + worst + money
        + metrics + evidence + foot

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
        <p>Rehearsals carried out from {{period}}, simulated. Report of {{generatedAt}}.</p>
        </header>
        <main>
        <p class="lead">{{summary}}</p>
        <ul class="tiles">
        {{#tiles}}
        <li class="{{tone}}"><b>{{value}}</b><span>{{label}}</span></li>
        {{/tiles}}
        </ul>
        <h2>Scope \(stamp)</h2>
        <dl>
        {{#scope}}
        <dt>{{name}}</dt><dd>{{text}}</dd>
        {{/scope}}
        </dl>

        """

    private static let objectives = """
        <h2>Objectives against results \(stamp)</h2>
        <p>The objective is the stricter of the service’s tier and the incident class. Recovery time runs
        from the first instant at which fewer than 95% of a service’s users were served. The worst verdict
        of all trials stands. Where several scenarios touched a service, trials are counted and no interval is
        given: scenarios are chosen, not drawn.</p>
        {{#levels}}
        <h3>Plan at level {{name}}</h3>
        <div class="scroll"><table>
        <thead><tr><th scope="col">Service</th><th scope="col">Tier</th><th scope="col">RTO</th>
        <th scope="col">Simulated RTA</th><th scope="col">Met, n [95%]</th><th scope="col">Verdict</th>
        <th scope="col">Restored by</th><th scope="col">RPO</th><th scope="col">Simulated RPA</th>
        <th scope="col">Verdict</th></tr></thead>
        <tbody>
        {{#services}}
        <tr><th scope="row">{{title}}</th><td>{{tier}}</td><td>{{rto}}</td><td>{{rta}}</td><td>{{met}}</td>
        <td><span class="v {{tone}}">{{verdict}}</span></td><td>{{restoredBy}}</td><td>{{rpo}}</td>
        <td>{{rpa}}</td><td><span class="v {{rpoTone}}">{{rpoVerdict}}</span></td></tr>
        {{/services}}
        </tbody></table></div>
        {{/levels}}

        """

    private static let stores = """
        <h3>Data by store</h3>
        <div class="scroll"><table>
        <caption>Lost, discarded after a fork, written on both sides of a split brain: transactions, the
        most of any trial.</caption>
        <thead><tr><th scope="col">Store</th><th scope="col">Scenario</th><th scope="col">Level</th>
        <th scope="col">RPO</th><th scope="col">Simulated RPA</th><th scope="col">Met, n [95%]</th>
        <th scope="col">Verdict</th><th scope="col" class="n">Lost</th>
        <th scope="col" class="n">Discarded</th><th scope="col" class="n">Split brain</th></tr></thead>
        <tbody>
        {{#stores}}
        <tr><th scope="row">{{title}}</th><td>{{scenario}}</td><td>{{level}}</td><td>{{rpo}}</td>
        <td>{{rpa}}</td><td>{{met}}</td><td><span class="v {{tone}}">{{verdict}}</span></td>
        <td class="n">{{lost}}</td><td class="n">{{discarded}}</td><td class="n">{{splitBrain}}</td></tr>
        {{/stores}}
        {{^stores}}
        <tr><td colspan="10">No store was put to the test.</td></tr>
        {{/stores}}
        </tbody></table></div>

        """

    private static let scenarios = """
        <h2>Scenarios \(stamp)</h2>
        <div class="scroll"><table>
        <thead><tr><th scope="col">Scenario</th><th scope="col">Class</th><th scope="col">Level</th>
        <th scope="col" class="n">Trials</th><th scope="col">Seed</th><th scope="col">Digest</th>
        <th scope="col">Recovery times</th><th scope="col">Data</th><th scope="col">Expectations</th></tr>
        </thead>
        <tbody>
        {{#scenarios}}
        <tr><th scope="row">{{title}}</th><td>{{incidentClass}}</td><td>{{level}}</td>
        <td class="n">{{trials}}</td><td>{{seed}}</td><td><code>{{digest}}</code></td>
        <td><span class="v {{serviceTone}}">{{services}}</span></td>
        <td><span class="v {{storeTone}}">{{stores}}</span></td>
        <td><span class="v {{expectationTone}}">{{expectations}}</span></td></tr>
        {{/scenarios}}
        {{^scenarios}}
        <tr><td colspan="9">No scenario was rehearsed.</td></tr>
        {{/scenarios}}
        </tbody></table></div>

        """

    private static let tiers = """
        <h3>Recovery by scenario and tier</h3>
        <div class="scroll"><table>
        <thead><tr><th scope="col">Tier</th><th scope="col">RTO</th>
        <th scope="col">Simulated RTA of the slowest</th><th scope="col">Slowest</th>
        <th scope="col">Whole tier met, n [95%]</th><th scope="col">Verdict</th>
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
        <tbody><tr><td colspan="7">No service was unavailable.</td></tr></tbody>
        {{/tierGroups}}
        </table></div>
        <h2>Expectations that failed \(stamp)</h2>
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

    private static let worst = """
        {{#worst}}
        <h2>The worst run \(stamp)</h2>
        <p>{{title}}, at level {{level}}, seed {{seed}}: {{cost}}.{{constraint}}</p>
        <figure>
        {{{svg}}}
        <figcaption>Time from onset. A bar is a service’s outage, cut into what it was spent on; the heavy
        mark is its recovery-time objective where the axis reaches it; a hatched bar did not end.
        </figcaption>
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

    private static let money = """
        <h2>Cost \(stamp)</h2>
        <div class="scroll"><table>
        <caption>{{currency}}, median of the trials. Data loss stands outside the total unless the plan
        includes it.
        Without response: the same disaster if nothing and nobody responds, where that was run.</caption>
        <thead><tr><th scope="col">Scenario</th><th scope="col">Level</th>
        <th scope="col" class="n">Lost revenue</th><th scope="col" class="n">Operational</th>
        <th scope="col" class="n">Compliance</th><th scope="col" class="n">Reputation</th>
        <th scope="col" class="n">Total</th><th scope="col" class="n">Data loss</th>
        <th scope="col" class="n">Without response</th><th scope="col" class="n">Saved</th></tr></thead>
        <tbody>
        {{#costs}}
        <tr><th scope="row">{{scenario}}</th><td>{{level}}</td><td class="n">{{lostRevenue}}</td>
        <td class="n">{{operational}}</td><td class="n">{{compliance}}</td><td class="n">{{reputation}}</td>
        <td class="n"><b>{{total}}</b></td><td class="n">{{dataLoss}}</td><td class="n">{{control}}</td>
        <td class="n">{{saved}}</td></tr>
        {{/costs}}
        </tbody></table></div>
        <h3>How the plan’s wording was read</h3>
        <dl>
        {{#readings}}
        <dt>{{name}}</dt><dd>{{text}}</dd>
        {{/readings}}
        </dl>

        """

    private static let metrics = """
        <h2>Success metrics of the plan \(stamp)</h2>
        <div class="scroll"><table>
        <thead><tr><th scope="col">Metric</th><th scope="col">Level</th><th scope="col">Target</th>
        <th scope="col">Trials that met it</th><th scope="col">Worst</th>
        <th scope="col">Evidence of the worst</th></tr></thead>
        <tbody>
        {{#metrics}}
        <tr><th scope="row">{{title}}</th><td>{{level}}</td><td>{{target}}</td><td>{{met}}</td>
        <td><span class="v {{tone}}">{{worst}}</span></td><td>{{evidence}}</td></tr>
        {{/metrics}}
        </tbody></table></div>

        """

    private static let evidence = """
        <h2>Assumptions \(stamp)</h2>
        <div class="scroll"><table>
        <thead><tr><th scope="col">Name</th><th scope="col">What it is</th><th scope="col">Drawn from</th>
        <th scope="col">Source</th><th scope="col">Confidence</th></tr></thead>
        <tbody>
        {{#assumptions}}
        <tr><td><code>{{id}}</code></td><td>{{title}}</td><td>{{distribution}}</td><td>{{source}}</td>
        <td>{{confidence}}</td></tr>
        {{/assumptions}}
        </tbody></table></div>
        <h2>Limits \(stamp)</h2>
        <ul>
        {{#limits}}
        <li>{{.}}</li>
        {{/limits}}
        </ul>
        <h2>Replay \(stamp)</h2>
        {{#replays}}
        <p>{{scenario}}, {{level}}: digest <code>{{digest}}</code></p>
        <pre>{{command}}</pre>
        {{/replays}}
        <h2>Provenance \(stamp)</h2>
        <dl>
        {{#evidence}}
        <dt>{{name}}</dt><dd>{{text}}</dd>
        {{/evidence}}
        </dl>

        """

    private static let foot = """
        </main>
        <footer>SIMULATION: model-based, not executed restore evidence. The same store gives the same page,
        byte for byte.</footer>
        </body>
        </html>

        """
}
