import Testing

@testable import Retrieval

@Suite("Expansion of words")
struct WordExpansionTests {
  static let vocabulary = SampleVocabulary(
    "een een een één toets toetsen toetsen tóéts leer leerachterstand rekenachterstanden zo n groep groepen personeel")

  private func expand(_ typed: String) throws -> WordExpansion {
    try WordExpansion(try WordExpression.parse(typed), vocabulary: Self.vocabulary, stemmer: nil)
  }

  @Test(
    "The index is asked in its own words",
    arguments: [
      ("toets", IndexQuery.match("\"toets\"")),
      ("afwezig", .none),
      ("not afwezig", .all),
      ("leer*", .match("\"leer\" *")),
      ("~achterstand", .match("\"leerachterstand\" OR \"rekenachterstanden\"")),
      ("\"Zo'n groep*\"", .match("\"zo n groep\" *")),
      ("zo'n", .match("\"zo n\"")),
      ("leer* !leer", .match("\"leerachterstand\"")),
      ("toets !toets", .none),
      ("\"een ~achterstand\"", .match("\"een leerachterstand\" OR \"een rekenachterstanden\"")),
      ("\"toets* groep*\"", .match("\"toets groep\" * OR \"toetsen groep\" *")),
      ("\"een ~absent\"", .none),
      (
        "toets near/5 (groep or \"een groep\")",
        .match("NEAR(\"toets\" \"groep\", 5) OR NEAR(\"toets\" \"een groep\", 5)")
      ),
      ("toets and not groep", .match("\"toets\" NOT \"groep\"")),
      ("not toets not groep", .exclude("\"toets\" OR \"groep\"")),
      ("toets or not groep", .exclude("\"groep\" NOT \"toets\"")),
      ("toets and afwezig", .none),
      ("toets or afwezig", .match("\"toets\"")),
      (
        "(toets or ~achterstand) and groep",
        .match("(\"toets\" OR (\"leerachterstand\" OR \"rekenachterstanden\")) AND \"groep\"")
      ),
    ])
  func index(_ typed: String, _ query: IndexQuery) throws {
    let expansion = try expand(typed)
    #expect(expansion.index == query)
    #expect(!expansion.needsCheck)
  }

  @Test("An exact word needs the text only where another spelling folds to the same")
  func exact() throws {
    let one = try expand("=één")
    #expect(one.index == .match("\"een\""))
    #expect(one.needsCheck)
    #expect(one.found.map(\.forms) == [[WordForm(surface: "één", folded: "een", count: 1)]])
    #expect(try expand("=toetsen").needsCheck == false)
    #expect(try expand("=éen").index == IndexQuery.none)
  }

  @Test("Under not nothing is lost that only the text can decide")
  func exactUnderNot() throws {
    let expansion = try expand("groep not =één")
    #expect(expansion.index == .match("\"groep\""))
    #expect(expansion.needsCheck)
    #expect(expansion.matcher.matches("Een groep"))
    #expect(!expansion.matcher.matches("Één groep"))
  }

  @Test("Too many combinations of forms are left to the check of the text")
  func combinations() throws {
    let many = SampleVocabulary((0..<30).map { "achterstand\($0) leraar\($0)" }.joined(separator: " "))
    let expression = try WordExpression.parse("~achterstand near/2 ~leraar")
    let expansion = try WordExpansion(expression, vocabulary: many, stemmer: nil)
    #expect(expansion.needsCheck)
    #expect(expansion.matcher.matches("achterstand1 a b leraar2"))
    #expect(!expansion.matcher.matches("achterstand1 a b c leraar2"))
  }

  @Test("The forms found are named, the most frequent first, but not those under not")
  func found() throws {
    let expansion = try expand("toets* not een")
    #expect(
      expansion.found == [
        WordExpansion.Found(
          term: .prefix("toets"),
          forms: [
            WordForm(surface: "toetsen", folded: "toetsen", count: 2),
            WordForm(surface: "toets", folded: "toets", count: 1),
            WordForm(surface: "tóéts", folded: "toets", count: 1),
          ])
      ])
  }

  @Test("A word stands for the forms that share a stem with it", .enabled(if: Stemmer(language: "nl") != nil))
  func stems() throws {
    let vocabulary = SampleVocabulary("kind kinderen kinderopvang", stems: ["kinderen": ["kinderen", "kind"]])
    let expansion = try WordExpansion(.term(.word("Kind")), vocabulary: vocabulary, stemmer: Stemmer(language: "nl"))
    #expect(expansion.index == .match("\"kind\" OR \"kinderen\""))
  }

  @Test("A word typed without accents has the family of the spellings that are said")
  func accents() throws {
    let stemmer = try #require(Stemmer(language: "nl"), "needs hunspell-nl")
    let stems = ["zoë's": ["zoe's", "zoe"], "zoë": ["zoe", "zoetje"], "zoetjes": ["zoetjes", "zoetje"]]
    var vocabulary = SampleVocabulary("zoë zoetjes coördineerde coördineren", stems: stems)
    vocabulary.stems["coördineerde"] = stemmer.stems(of: "coördineerde")
    vocabulary.stems["coördineren"] = stemmer.stems(of: "coördineren")
    func forms(_ word: String) throws -> [String] {
      let expansion = try WordExpansion(.term(.word(word)), vocabulary: vocabulary, stemmer: stemmer)
      return expansion.found.flatMap(\.forms).map(\.surface)
    }
    #expect(try forms("coordineren") == ["coördineerde", "coördineren"])
    vocabulary.keepsStems = true
    #expect(try forms("coordineren") == ["coördineerde", "coördineren"])
    #expect(try forms("zoe") == ["zoetjes", "zoë"])
  }

  @Test("The dictionary is not read for a word whose stems are kept")
  func kept() throws {
    let stemmer = try #require(Stemmer(language: "nl"), "needs hunspell-nl")
    var vocabulary = SampleVocabulary("kind kinderen één", stems: ["kinderen": ["kinderen", "kind"]])
    vocabulary.keepsStems = true
    for word in ["kind", "Kinderen", "één", "een"] {
      let expansion = try WordExpansion(.term(.word(word)), vocabulary: vocabulary, stemmer: stemmer)
      #expect(expansion.found[0].forms.count == (word.count == 3 ? 1 : 2))
    }
    #expect(!stemmer.hasRead)
    // With other accents than are said it may be another word.
    _ = try WordExpansion(.term(.word("eën")), vocabulary: vocabulary, stemmer: stemmer)
    #expect(stemmer.hasRead)
  }
}
