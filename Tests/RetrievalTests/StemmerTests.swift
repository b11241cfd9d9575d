import Retrieval
import Testing

private let dutch = Stemmer(language: "nl")

@Suite("Stemmer", .enabled(if: dutch != nil, "No Dutch dictionary is installed"))
struct StemmerTests {
  @Test(
    "Forms of a word, as a reader means them, share a stem",
    arguments: [
      ("school", "scholen"), ("leerachterstand", "leerachterstanden"), ("leervertraging", "leervertragingen"),
      ("werken", "gewerkt"), ("werkt", "gewerkt"), ("huis", "huizen"), ("toets", "toetsen"), ("kans", "kansen"),
      ("kind", "kinderen"), ("coördinator", "coordinator"), ("coördinator", "coordinatoren"),
      ("interventie", "interventies"), ("leerkracht", "leerkrachten"), ("schoolleider", "schoolleiders"),
      ("effectief", "effectieve"), ("groep", "groepjes"), ("idee", "ideeën"), ("idee", "ideeen"), ("lezen", "leest"),
      ("lezen", "gelezen"), ("leest", "gelezen"), ("personeel", "personele"), ("Toets", "TOETSEN"),
      ("schoolkind", "schoolkinderen"), ("teamlid", "teamleden"), ("stad", "steden"), ("ouderavond", "ouderavonden"),
      ("mogelijkheid", "mogelijkheden"), ("organiseren", "georganiseerd"), ("inzetten", "ingezet"),
      ("oplossen", "opgelost"), ("uitbreiden", "uitbreidt"), ("aannemen", "aangenomen"), ("bespreken", "besprak"),
      ("ondersteunen", "ondersteund"), ("verbeteren", "verbeterd"), ("leren", "geleerd"), ("rekenen", "rekent"),
      ("praten", "gepraat"), ("ouder", "ouders"), ("nederlandse", "nederlands"),
      ("prijs", "prĳzen"), ("week", "weken"), ("werken", "gewerkte"), ("onderzoeken", "onderzocht"),
      ("wonen", "gewoond"),
    ])
  func forms(_ one: String, _ other: String) throws {
    let stemmer = try #require(dutch)
    #expect(stemmer.areForms(one, other), "\(stemmer.stems(of: one)) \(stemmer.stems(of: other))")
  }

  @Test(
    "Words that only look alike do not",
    arguments: [
      ("begeleiding", "beleid"), ("gezin", "zin"), ("leerachterstand", "leervertraging"), ("kans", "kan"),
      ("toets", "toe"), ("personeel", "personage"), ("ouder", "oud"), ("kant", "kan"), ("leervertraging", "leer"),
      ("gebied", "bieden"), ("boven", "boffen"), ("gezond", "zon"), ("werkdruk", "werk"), ("zoeken", "onderzoeken"),
      ("gegevens", "geven"), ("vroeg", "vragen"), ("week", "wijken"), ("slagen", "slaan"), ("verslagen", "slaan"),
      ("vertraging", "vertragend"),
    ])
  func strangers(_ one: String, _ other: String) throws {
    let stemmer = try #require(dutch)
    #expect(!stemmer.areForms(one, other), "\(stemmer.stems(of: one)) \(stemmer.stems(of: other))")
  }

  @Test("Stems are folded, the word's own form first")
  func folded() throws {
    let stemmer = try #require(dutch)
    #expect(stemmer.stems(of: "Coördinatoren") == ["coordinatoren", "coordinator"])
    #expect(stemmer.stems(of: "kinderen") == ["kinderen", "kind"])
  }

  @Test(
    "Anything may be asked", arguments: ["", " ", "x", String(repeating: "é", count: 500), "npo2021", "\u{0}a", "🙂en"])
  func anything(_ word: String) throws {
    let stemmer = try #require(dutch)
    #expect(stemmer.stems(of: word).first == Folding.fold(word))
  }

  @Test("Dictionaries may be read and given back on many threads at once")
  func manyAtOnce() async {
    let answers = await withTaskGroup(of: [String].self) { group in
      for _ in 0..<16 { group.addTask { Stemmer(language: "nl")?.stems(of: "kinderen") ?? [] } }
      return await group.reduce(into: Set<[String]>()) { $0.insert($1) }
    }
    #expect(answers == [["kinderen", "kind"]])
  }
}

@Suite("A language without a dictionary")
struct MissingDictionaryTests {
  @Test("There is no stemmer", arguments: ["xx", "", "../nl", "klingon"])
  func none(_ language: String) {
    #expect(Stemmer(language: language) == nil)
  }
}
