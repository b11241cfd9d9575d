import Retrieval
import Testing

@Suite("Truth of a condition")
struct ConditionTruthTests {
  private static let known: [String: [String]] = [
    "sector": ["vo"], "leerlingen": ["1100"], "cijfer": ["7,5"], "date": ["2022-05-12"],
    "taal": ["Nederlands", "Fries"], "plaats": ["Één"],
  ]

  @Test(
    "A condition holds or not where these things are known",
    arguments: [
      ("sector = vo", true), ("sector = VO", true), ("sector = po", false),
      ("sector != po", true), ("sector != vo", false),
      ("sector in (po, vo)", true), ("sector in (po, so)", false), ("plaats = een", true),
      ("leerlingen > 900", true), ("leerlingen >= 1100", true), ("leerlingen < 1100", false),
      ("leerlingen = 1100.0", true),
      ("cijfer > 7", true), ("cijfer = 7.5", true), ("cijfer <= 7.4", false),
      ("date >= 2022-05-01", true), ("date < 2022-05-12", false),
      ("taal = fries", true), ("taal = nederlands", true), ("taal != fries", false), ("taal = frans", false),
      ("wave = 1", false), ("wave != 1", false), ("not wave = 1", true), ("wave < 5", false),
      ("sector = vo and leerlingen < 900", false), ("sector = po or leerlingen > 900", true),
      ("not (sector = vo and wave = 1)", true), ("SECTOR = vo", true),
    ])
  func table(typed: String, expected: Bool) throws {
    let condition = try #require(try Query.parse("where \(typed)").condition)
    #expect(condition.holds { Self.known[$0] ?? [] } == expected)
    #expect(condition.negationNormalForm.holds { Self.known[$0] ?? [] } == expected)
  }

  @Test(
    "What is asked of a coder is left out for the units",
    arguments: [
      ("coder = Anna", nil), ("coder = Anna and sector = vo", "sector = vo"), ("coder = Anna or sector = vo", nil),
      ("not coder = Anna", nil), ("sector = vo and not (coder = Anna or wave = 1)", "sector = vo and not wave = 1"),
    ] as [(String, String?)])
  func coders(typed: String, left: String?) throws {
    let condition = try #require(try Query.parse("where \(typed)").condition)
    #expect(condition.withoutCoders?.description == left)
  }
}
