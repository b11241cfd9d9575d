import Coding
import Testing

@Suite struct CodingSummaryTests {
  @Test("Autocoding is told with what was found and what came of it")
  func done() {
    let many = CodingSummary.Autocoding(
      code: "B3", query: "matching groep*", coder: "Anna", segments: 34, transcripts: 5, added: 30, present: 4)
    #expect(
      many.done
        == "Autocoded 34 segments in 5 transcripts with B3 as Anna ('matching groep*'): 30 codings added, 4 were there already."
    )
    #expect(
      many.rehearsed
        == "'matching groep*' finds 34 segments in 5 transcripts; coding them with B3 as Anna would add 30 codings, 4 were there already. Nothing was written."
    )
  }

  @Test("One of each is told in the singular")
  func singular() {
    let one = CodingSummary.Autocoding(
      code: "B3", query: "uncoded", coder: "Bo", segments: 1, transcripts: 1, added: 1, present: 0)
    #expect(one.done == "Autocoded 1 segment in 1 transcript with B3 as Bo ('uncoded'): 1 coding added.")
  }
}
