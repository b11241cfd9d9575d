import Coding
import Testing

@Suite struct CountTests {
  @Test("A word takes the form its number asks for")
  func forms() {
    #expect([0, 1, 2].map { Count($0, "coding").description } == ["0 codings", "1 coding", "2 codings"])
    #expect(Count(3, "query", "queries").description == "3 queries")
    #expect([0, 1, 2].map { Count($0, "coding").orNone } == ["no coding", "1 coding", "2 codings"])
    #expect([0, 1, 2].map { Count($0, "coding").past } == ["were", "was", "were"])
  }
}
