import Export
import Model
import Testing

struct MarkdownExporterTests {
  @Test("A table is a pipe table with its title in bold and its notes in italics")
  func table() {
    #expect(
      ExportFormat.md.text(Samples.frequencies, options: ExportOptions(labels: .nl)) == """
        **Codes by number of cases**

        | Code | Naam                         | Aantal |     n | Percentage |
        | :--- | :--------------------------- | -----: | ----: | ---------: |
        | B3   | Instructie in kleine groepen |  1.643 | 1.888 |        87% |
        | C\\|1 | Welbevinden, "rust" en sfeer |      0 |     0 |          – |
        | =F   | -                            |      1 |     3 |        33% |

        *Eenheid: 1.888 casussen*\("  ")
        *Filter: sector = po*\("  ")
        *Afronding: percentages op hele getallen, een half van nul af*

        """)
  }

  @Test("Dutch numbers have a comma and a point")
  func dutchNumbers() {
    let table = Table(title: "", columns: [.init("x", "p", .number)], rows: [[.number(1234.5)], [.number(-0.05)]])
    #expect(
      ExportFormat.md.text(table, options: ExportOptions(labels: .nl)) == """
        |         p |
        | --------: |
        | 1.234,500 |
        |    -0,050 |

        """)
  }

  @Test("Excerpts are block quotes with who said it, where, and the codes")
  func excerpts() {
    #expect(
      ExportFormat.md.text(Samples.excerpts) == """
        **Quotes with 'rust'**

        > Er is meer rust. Dat merk je aan de kinderen,
        > en thuis is het volgens de ouders óók rustig.
        >
        > — (leerkracht, School 1, s01-team:12) · K1, B3

        > \\- "Rust", ja | \\*echt\\*
        >
        > — (s02:3-4)

        *12 more; '--limit 0' shows all 14.*\("  ")
        *Command: find matching rust*

        """)
  }
}
