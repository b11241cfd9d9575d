import Export
import Model
import Testing

struct ExcerptTextTests {
  @Test("An excerpt has its address, source and codes above the whole quote, wrapped")
  func wrapped() {
    #expect(
      ExportFormat.text.text(Samples.excerpts, options: ExportOptions(width: 40)) == """
        Quotes with 'rust'

        s01-team:12  School 1 · Anneke (leerkracht) · 00:12:31  [K1 B3]
          Er is meer rust. Dat merk je aan de
          kinderen,
          en thuis is het volgens de ouders óók
          rustig.

        s02:3-4
          - "Rust", ja | *echt*

        12 more; '--limit 0' shows all 14.
        Command: find matching rust

        """)
  }

  @Test("Where the source has pages the page stands in place of the time")
  func page() {
    var excerpts = Samples.excerpts
    excerpts.items = Array(excerpts.items.prefix(1))
    (excerpts.items[0].page, excerpts.items[0].text, excerpts.items[0].hits) = (7, "Rust.", [])
    (excerpts.total, excerpts.title, excerpts.notes) = (1, "", [])
    #expect(
      ExportFormat.text.text(excerpts, options: ExportOptions(width: 80)) == """
        s01-team:12  School 1 · Anneke (leerkracht) · p. 7  [K1 B3]
          Rust.

        """)
    #expect(ExportFormat.json.text(excerpts).contains("\"page\": 7"))
    #expect(ExportFormat.md.text(excerpts).contains("(leerkracht, School 1, s01-team:12, p. 7) · K1, B3"))
  }

  @Test("Colour highlights the hits, also where a line breaks inside one")
  func colour() {
    var excerpts = Samples.excerpts
    excerpts.items.removeLast()
    excerpts.items[0].hits = [TextSpan(11, 15), TextSpan(27, 44)]
    excerpts.total = 1
    excerpts.notes = []
    excerpts.title = ""
    #expect(
      ExportFormat.text.text(excerpts, options: ExportOptions(width: 40, colour: true)) == """
        \u{1B}[1ms01-team:12\u{1B}[0m  School 1 · Anneke (leerkracht) · 00:12:31  [K1 B3]
          Er is meer \u{1B}[1;33mrust\u{1B}[0m. Dat merk j\u{1B}[1;33me aan de\u{1B}[0m
          \u{1B}[1;33mkinderen\u{1B}[0m,
          en thuis is het volgens de ouders óók
          rustig.

        """)
  }

  @Test("A role stands in for a speaker without a name, and a blank line in a quote stays")
  func roleOnly() {
    let excerpt = Excerpt(
      caseName: nil, transcript: "s03", firstSegment: 1, lastSegment: 1, speaker: nil, role: "ouder", time: nil,
      start: 0,
      end: 9, codes: ["K1"], text: "Ja.\n\nNee.")
    #expect(
      ExportFormat.text.text(Excerpts(title: "", items: [excerpt])) == "s03:1  ouder  [K1]\n  Ja.\n\n  Nee.\n")
  }

  @Test("What stands around a quote is further in, with who said it, in every format")
  func context() {
    var excerpt = Excerpt(
      caseName: nil, transcript: "s03", firstSegment: 2, lastSegment: 2, speaker: "Anna", role: nil, time: nil,
      start: 0, end: 3, codes: [], text: "Ja.")
    excerpt.before = [ContextSegment(speaker: "Bram", role: "ouder", text: "Gaat *het*?\nEcht?")]
    excerpt.after = [ContextSegment(speaker: nil, role: nil, text: "Stilte.")]
    let excerpts = Excerpts(title: "", items: [excerpt])
    #expect(
      ExportFormat.text.text(excerpts) == "s03:2  Anna\n    Bram: Gaat *het*? Echt?\n  Ja.\n    Stilte.\n")
    #expect(
      ExportFormat.md.text(excerpts)
        == "> *Bram: Gaat \\*het\\*? Echt?*\n>\n> Ja.\n>\n> *Stilte.*\n>\n> — (Anna, s03:2)\n")
    #expect(
      ExportFormat.csv.text(excerpts)
        == "case,transcript,segment,speaker,role,start,end,codes,text,before,after\n"
        + ",s03,2,Anna,,0,3,,Ja.,Bram: Gaat *het*? Echt?,Stilte.\n")
  }
}
