/// How the report looks, on a screen, in the dark and on A4.
enum QuarterStyle {
    static let css = """
        :root { --ink: #1c2430; --soft: #5a6675; --line: #d7dde5; --paper: #fff; --wash: #f4f6f9;
          --good: #0b6b4f; --good-wash: #e3f3ec; --bad: #a3341c; --bad-wash: #fbe9e4;
          --open: #5a6675; --accent: #0b5a94;
          --shade: #1c243059; }
        * { box-sizing: border-box; }
        html { font-size: 15px; }
        body { margin: 0 auto; padding: 0 2rem 3rem; max-width: 74rem; background: var(--paper);
          color: var(--ink);
          font: 1rem/1.5 "Source Sans 3", "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
        .stamp { position: sticky; top: 0; z-index: 1; margin: 0 -2rem; padding: .35rem 2rem;
          background: #7a4b00;
          color: #fff; font-weight: 600; font-size: .82rem; letter-spacing: .04em; }
        header { padding: 2.4rem 0 .6rem; border-bottom: 2px solid var(--ink); }
        h1 { margin: 0; font-size: 2rem; line-height: 1.15; font-weight: 650; }
        header p { margin: .4rem 0 0; color: var(--soft); }
        h2 { margin: 2.6rem 0 .5rem; font-size: 1.28rem; line-height: 1.25; }
        h2 small { font-size: .72rem; font-weight: 600; color: #7a4b00; border: 1px solid currentColor;
          border-radius: 3px; padding: .05rem .35rem; margin-left: .5rem; vertical-align: .2em; }
        h3 { margin: 1.4rem 0 .4rem; font-size: 1rem; }
        p { max-width: 48rem; }
        .lead { font-size: 1.15rem; margin: 1.2rem 0; }
        .compare { width: auto; min-width: 60%; font-size: 1rem; background: none; }
        .compare td { padding-left: 1.2rem; }
        a { color: var(--accent); }
        ol { max-width: 52rem; padding-left: 1.4rem; } ol li { margin: .25rem 0; }
        .contents { columns: 3 12rem; padding: 0; margin: .4rem 0; list-style: none; }
        .l { white-space: nowrap; }
        .dense { font-size: .78rem; } .dense td { padding-top: .15rem; padding-bottom: .15rem; }
        dl { display: grid; grid-template-columns: 13rem 1fr; gap: .25rem 1rem; margin: .8rem 0; }
        dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
        /* A shadow at the side to which a table goes on tells that it can be moved. */
        .scroll { overflow-x: auto; background:
          linear-gradient(to right, var(--paper) 40%, transparent) 0 0 / 2.5rem 100% no-repeat local,
          linear-gradient(to left, var(--paper) 40%, transparent) 100% 0 / 2.5rem 100% no-repeat local,
          linear-gradient(to right, var(--shade), transparent) 0 0 / .9rem 100% no-repeat scroll,
          linear-gradient(to left, var(--shade), transparent) 100% 0 / .9rem 100% no-repeat scroll; }
        table { width: 100%; border-collapse: collapse; font-size: .86rem;
          font-variant-numeric: tabular-nums; }
        caption { text-align: left; color: var(--soft); padding: .2rem 0 .4rem; }
        th { text-align: left; font-weight: 600; color: var(--soft); border-bottom: 1px solid var(--ink);
          vertical-align: bottom; }
        th, td { padding: .32rem .7rem .32rem 0; }
        tbody th { color: var(--ink); }
        td, tbody th { border-bottom: 1px solid var(--line); vertical-align: top; }
        .group th { padding-top: .9rem; }
        .failures { list-style: none; padding: 0; }
        .facts td:nth-child(3) { width: 72%; }
        .n { text-align: right; white-space: nowrap; }
        .n + td:not(.n), .n + th:not(.n) { padding-left: .8rem; }
        .v { white-space: nowrap; font-weight: 600; color: var(--open); }
        .v.good { color: var(--good); } .v.bad { color: var(--bad); }
        code, pre { font: .82rem/1.45 ui-monospace, "SF Mono", "DejaVu Sans Mono", Menlo, monospace; }
        code { overflow-wrap: anywhere; }
        pre { margin: .2rem 0 .8rem; padding: .55rem .8rem; background: var(--wash); border-radius: 3px;
          white-space: pre-wrap; overflow-wrap: anywhere; }
        figure { margin: 1rem 0; } figcaption { color: var(--soft); font-size: .86rem; margin-top: .4rem; }
        .phases { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; padding: 0; margin: .6rem 0;
          list-style: none;
          font-size: .86rem; }
        .phases i { display: inline-block; min-width: 1.3rem; padding: 0 .25rem; margin-right: .4rem;
          text-align: center; font-style: normal; font-weight: 600; color: #1c2430; border-radius: 2px; }
        svg { display: block; width: 100%; height: auto; background: #fff; font-family: inherit; }
        svg .name { font-size: 11.5px; fill: #1c2430; }
        svg .outcome { font-size: 11.5px; font-weight: 600; fill: #5a6675; }
        svg .outcome.good { fill: #0b6b4f; } svg .outcome.bad { fill: #a3341c; }
        svg .phase { stroke: #fff; stroke-width: .8; }
        svg .letter { font-size: 10px; font-weight: 600; fill: #1c2430; }
        svg .tick { font-size: 10.5px; fill: #5a6675; }
        svg .grid { stroke: #e3e8ee; } svg .axis { stroke: #1c2430; stroke-width: 1.4; }
        svg .rto { stroke: #1c2430; stroke-width: 2.4; }
        svg .rto-name { font-size: 9px; font-weight: 700; fill: #1c2430; }
        svg .milestone { stroke: #0b5a94; stroke-dasharray: 4 3; }
        svg .milestone-name { font-size: 10.5px; fill: #0b5a94; }
        svg .other { fill: #9aa5b1; }
        svg .fact { fill: #1c2430; } svg .number { font-size: 9.5px; font-weight: 600; fill: #fff; }
        footer { margin-top: 3rem; padding-top: .6rem; border-top: 2px solid var(--ink); color: var(--soft);
          font-size: .86rem; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e6eaf0; --soft: #a3aebb; --line: #36404d; --paper: #14191f; --wash: #1e252e;
            --good: #5fd0a5; --bad: #ff9a80; --open: #a3aebb; --accent: #7db8e8;
            --shade: #e6eaf066; }
          svg { border-radius: 4px; padding: .4rem; } h2 small { color: #f0b95c; }
        }
        @media screen and (max-width: 46rem) {
          body { padding: 0 1rem 2rem; } .stamp { margin: 0 -1rem; padding: .35rem 1rem; position: static; }
          h1 { font-size: 1.6rem; } dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; }
          .contents { columns: 2 9rem; } .compare { min-width: 100%; font-size: .9rem; }
          .scroll table { min-width: max-content; } .scroll .compare { min-width: 100%; }
          .compare :is(th, td) { white-space: normal; padding-left: .3rem; }
          .compare :is(th, td):first-child { min-width: 7rem; padding-left: 0; }
          .scroll td { max-width: 20rem; } .scroll th { max-width: 13rem; }
          figure svg { min-width: 46rem; } .facts td:nth-child(3) { width: auto; }
        }
        @page { size: A4; margin: 16mm 14mm 18mm;
          @top-left { content: "SIMULATION: model-based, not executed restore evidence";
          font: 600 8pt sans-serif;
            color: #7a4b00; }
          @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif;
          color: #5a6675; } }
        @media print {
          :root { --ink: #000; --soft: #444; --line: #ccc; --paper: #fff; --wash: #f4f4f4; --good: #0b6b4f;
            --bad: #a3341c; --open: #444; }
          * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          html { font-size: 9pt; } body { max-width: none; padding: 0; }
          .stamp { position: static; margin: 0; padding: .3rem .6rem; }
          header { padding-top: 1rem; }
          h2, h3 { break-after: avoid; } thead { display: table-header-group; }
          thead, caption { break-after: avoid; } tbody:first-of-type tr:first-child { break-before: avoid; }
          h2 + p, h3 + p, .group { break-after: avoid; }
          tr, figure, pre, nav { break-inside: avoid; } .appendix { break-before: page; }
          h2 { margin-top: 1.2rem; } header { padding-top: .4rem; }
          .lead { font-size: 1.05rem; margin: .5rem 0; }
          p, ol { margin-top: .4rem; margin-bottom: .4rem; } .compare { font-size: 8.4pt; }
          .dense { font-size: 6.6pt; } .dense code { font-size: 6.4pt; } .scroll { background: none; }
          table { font-size: 7.6pt; } th, td { padding: .2rem .45rem .2rem 0; } .scroll { overflow: visible; }
          code, pre { font-size: 7.4pt; }
        }
        """
}
