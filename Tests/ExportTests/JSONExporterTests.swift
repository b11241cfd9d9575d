import Export
import Model
import Testing

struct JSONExporterTests {
  @Test("A table by value is long: a row for each code and value")
  func byValue() {
    #expect(
      ExportFormat.json.text(Samples.byValue, options: ExportOptions(labels: .nl)) == """
        {
          "title": "Codes by sector",
          "notes": {"Base": "po: 3 cases, vo: 8 cases"},
          "columns": [
            {"key": "code", "heading": "Code", "kind": "text"},
            {"key": "name", "heading": "Name", "kind": "text"},
            {"key": "value", "heading": "Value", "kind": "text"},
            {"key": "count", "heading": "Count", "kind": "count"},
            {"key": "percent", "heading": "Percentage", "kind": "percent"}
          ],
          "rows": [
            {"code": "B3", "name": "Instructie in kleine groepen", "value": "po", "count": 3, "percent": 100},
            {"code": "B3", "name": "Instructie in kleine groepen", "value": "vo", "count": 5, "percent": 62.5},
            {"code": "C1", "name": "Welbevinden", "value": "po", "count": 2, "percent": 66.7},
            {"code": "C1", "name": "Welbevinden", "value": "vo", "count": 0, "percent": null}
          ]
        }

        """)
  }

  @Test("An infinite number is null, and the row says which infinity it is")
  func infinite() {
    #expect(
      ExportFormat.json.text(Samples.pairs) == """
        {
          "title": "Pairs",
          "notes": {},
          "columns": [
            {"key": "code_a", "heading": "Code A", "kind": "text"},
            {"key": "lift", "heading": "Lift", "kind": "number"},
            {"key": "pmi", "heading": "PMI", "kind": "number"},
            {"key": "time", "heading": "Time", "kind": "time"}
          ],
          "rows": [
            {"code_a": "B3", "lift": 1.25, "pmi": null, "time": 751.9, "infinite": {"pmi": "-inf"}},
            {"code_a": "C1", "lift": null, "pmi": -0.0004, "time": 3661, "infinite": {"lift": "inf"}},
            {"code_a": "D", "lift": null, "pmi": 12, "time": null}
          ]
        }

        """)
  }

  @Test("Excerpts have time and hits in code points; notes of one label are joined")
  func excerpts() {
    var excerpts = Samples.excerpts
    excerpts.notes += [.init("Filter", "a"), .init("Filter", "b")]
    #expect(
      ExportFormat.json.text(excerpts) == #"""
        {
          "title": "Quotes with 'rust'",
          "notes": {"Command": "find matching rust", "Filter": "a\nb"},
          "total": 14,
          "excerpts": [
            {"case": "School 1", "transcript": "s01-team", "segment": "12", "speaker": "Anneke", "role": "leerkracht", "time": 751, "start": 804, "end": 882, "codes": ["K1", "B3"], "text": "Er is meer rust. Dat merk je aan de kinderen,\nen thuis is het volgens de ouders óók rustig.\n", "hits": [[11, 15], [83, 89]]},
            {"case": null, "transcript": "s02", "segment": "3-4", "speaker": null, "role": null, "time": null, "start": 0, "end": 5, "codes": [], "text": "- \"Rust\", ja | *echt*", "hits": []}
          ]
        }

        """#)
  }
}
