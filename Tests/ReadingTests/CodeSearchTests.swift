import Model
import Testing

@testable import Reading

@Suite("CodeSearch")
struct CodeSearchTests {
  private let search = CodeSearch(SmallReading.codes)

  private func keys(_ typed: String, among: Set<Int>? = nil, lastUsed: [Int] = []) -> [String] {
    search.codes(for: typed, among: among, lastUsed: lastUsed).map { SmallReading.codes[$0].key }
  }

  @Test("A key that is typed goes before keys that begin so, then come names")
  func order() {
    #expect(keys("b") == ["B", "B1", "B3", "K1", "O1"])
    #expect(keys("B3") == ["B3"])
    #expect(keys("k") == ["K1", "K2", "B3"])
    #expect(keys("werk").first == "K2")
    #expect(keys("pers").first == "K1")
    #expect(keys("rust") == ["O1"])
  }

  @Test("Letters may stand apart, in their order; accents and capitals do not matter")
  func scattered() {
    #expect(keys("gbrk") == ["K1"])
    #expect(keys("KLÉIN") == ["B3"])
    #expect(keys("xyz") == [])
    #expect(keys("keb").isEmpty == false)
  }

  @Test("Among equals those used last go first, a key that is typed before all")
  func recency() {
    #expect(keys("k", lastUsed: [4, 3]).prefix(2) == ["K2", "K1"])
    #expect(keys("b", lastUsed: [2, 1]).prefix(3) == ["B", "B3", "B1"])
    #expect(keys("", lastUsed: [5, 3]) == ["O1", "K1", "B", "B1", "B3", "K2"])
  }

  @Test("Only the codes that were named are looked at")
  func among() {
    #expect(keys("", among: [3, 1]) == ["B1", "K1"])
    #expect(keys("k", among: [1, 2]) == ["B3"])
  }

  @Test("A key typed in full is enough where nothing else can be meant")
  func complete() {
    func key(_ typed: String, among: Set<Int>? = nil) -> String? {
      search.code(completing: typed, among: among).map { SmallReading.codes[$0].key }
    }
    #expect(key("b3") == "B3" && key("K1") == "K1")
    #expect(key("b") == nil && key("b4") == nil && key("b3 ") == nil)
    #expect(key("b3", among: [1]) == nil)
    let words = CodeSearch([
      Code(key: "rust", name: "Sfeer"), Code(key: "rus", name: "Taal"), Code(key: "sf", name: "Anders"),
      Code(key: "rood", name: "De rode draad"), Code(key: "an", name: "Iets anders"),
    ])
    #expect(["rust", "rus", "sf", "rood", "an"].map { words.code(completing: $0) } == [0, nil, nil, 3, nil])
  }

  @Test("A codebook without codes has none")
  func empty() { #expect(CodeSearch([]).codes(for: "a") == []) }
}
