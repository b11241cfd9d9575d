/// What every page carries: how it looks on a screen and on paper, and how a table is sorted.
enum HTMLPage {
  static let style = """
    :root { color-scheme: light; --ink: #1c2430; --faint: #5b6675; --line: #c9d1da; --wash: #f3f6f9; }
    body { margin: 2rem auto; padding: 0 1.25rem; max-width: 72rem; color: var(--ink); background: #fff;
      font: 1rem/1.5 system-ui, sans-serif; }
    h1, caption { font-size: 1.25rem; font-weight: 600; text-align: left; margin: 0 0 .75rem; padding: 0; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    caption { padding-bottom: .6rem; }
    th, td { padding: .3rem .7rem; text-align: left; vertical-align: top; }
    td, tbody th { border-bottom: 1px solid var(--line); overflow-wrap: break-word; max-width: 36rem; }
    td.words { min-width: 12rem; }
    tbody th { font-weight: 500; }
    thead th { vertical-align: bottom; white-space: nowrap; }
    thead tr:last-child th { border-bottom: 2px solid var(--ink); }
    thead th[colspan] { text-align: center; border-bottom: 1px solid var(--line); }
    .number { text-align: right; white-space: nowrap; }
    .own { color: var(--faint); background: var(--wash); }
    thead button { all: unset; cursor: pointer; }
    thead button::after { content: "\\2195"; color: #8a94a1; padding-left: .3em; font-size: .8em; }
    [aria-sort=ascending] button::after { content: "\\2191"; color: inherit; }
    [aria-sort=descending] button::after { content: "\\2193"; color: inherit; }
    thead button:focus-visible { outline: 2px solid #124278; outline-offset: 2px; }
    .notes { margin: 1.25rem 0 0; padding: 0; list-style: none; color: var(--faint); font-size: .875rem;
      overflow-wrap: anywhere; }
    figure { margin: 0 0 1.75rem; max-width: 44rem; break-inside: avoid; }
    blockquote { margin: 0; padding: .1rem 0 .1rem 1rem; border-left: 3px solid var(--line); overflow-wrap: anywhere; }
    blockquote p { margin: .4rem 0; }
    h2, h3, h4, h5 { font-size: 1.1rem; font-weight: 600; margin: 2rem 0 .4rem; max-width: 44rem; }
    section > p { margin: .4rem 0; max-width: 44rem; }
    .counts { padding-bottom: .6rem; }
    .context, .counts, figcaption { color: var(--faint); }
    .context { font-style: italic; }
    figcaption { padding: .3rem 0 0 1.2rem; font-size: .9rem; }
    .memo { margin: .3rem 0 0; padding-left: 1.2rem; font-size: .9rem; font-style: italic; }
    section > .memo { padding-left: 0; }
    mark { background: #ffe89a; color: inherit; }
    @page { margin: 2cm; }
    @media print {
      body { margin: 0; padding: 0; max-width: none; font-size: 10pt; }
      .scroll { overflow: visible; }
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
      thead button::after { content: none; }
      td, mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    """

  /// Makes each head a button that sorts its column: numbers by value, words as the page's language orders them.
  static let sorting = """
    "use strict";
    for (const table of document.querySelectorAll("table")) {
      const body = table.tBodies[0];
      const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
      for (const head of table.querySelectorAll("thead th[data-column]")) {
        const column = Number(head.dataset.column);
        const button = document.createElement("button");
        button.type = "button";
        button.append(...head.childNodes);
        head.append(button);
        button.addEventListener("click", () => {
          const numeric = head.matches(".number"), now = head.getAttribute("aria-sort");
          const up = now ? now === "descending" : !numeric, sign = up ? 1 : -1;
          for (const other of table.querySelectorAll("[aria-sort]")) other.removeAttribute("aria-sort");
          head.setAttribute("aria-sort", up ? "ascending" : "descending");
          const rows = [...body.rows].sort((a, b) => {
            const x = a.cells[column], y = b.cells[column];
            if (!numeric) return sign * order.compare(x.textContent, y.textContent);
            const p = x.dataset.value, q = y.dataset.value;
            if (p === "" || q === "") return (p === "") - (q === "");
            return sign * (Number(p) - Number(q) || 0);
          });
          body.append(...rows);
        });
      }
    }
    """
}
