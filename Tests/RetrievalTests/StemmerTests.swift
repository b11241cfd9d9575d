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
      ("wonen", "gewoond"), ("groeien", "groeit"), ("draaien", "gedraaid"), ("duwen", "duwt"), ("beamen", "beaamt"),
      ("toegeven", "toegeeft"), ("wegbezuinigen", "wegbezuinigt"),
      ("bezoeken", "bezoekt"), ("duren", "duurt"), ("herstellen", "herstelt"), ("evalueert", "geëvalueerd"),
      ("beïnvloeden", "beïnvloedt"),
    ])
  func forms(_ one: String, _ other: String) throws {
    let stemmer = try #require(dutch)
    #expect(stemmer.areForms(one, other), "\(stemmer.stems(of: one)) \(stemmer.stems(of: other))")
  }

  @Test(
    "All forms of a verb on -eren share a stem, whatever stands before the ending",
    arguments: [
      "evalueren evalueer evalueert evalueerde evalueerden geëvalueerd evaluerend evaluerende",
      "differentiëren differentieert differentieerde gedifferentieerd differentiërend", "creëren creëert creëerde",
      "continueren continueert continueerde gecontinueerd", "evolueren evolueert evolueerde geëvolueerd",
      "variëren varieert varieerde gevarieerd", "kopiëren kopieert gekopieerd", "initiëren initieert geïnitieerd",
      "reageren reageert gereageerd", "studeren studeert gestudeerd", "adviseren adviseert geadviseerd",
      "financieren financiert gefinancierd", "actualiseren actualiseert geactualiseerd",
      "individualiseren individualiseert geïndividualiseerd", "faciliteren faciliteert faciliteerde gefaciliteerd",
      "commenteren commenteert commenteerde", "bediscussiëren bediscussieerd", "herorganiseren herorganiseerde",
    ])
  func loanVerbs(_ forms: String) throws {
    let stemmer = try #require(dutch)
    let forms = forms.split(separator: " ").map(String.init)
    let stems = forms.map { Set(stemmer.stems(of: $0)) }
    for (form, own) in zip(forms, stems) {
      let strangers = zip(forms, stems).filter { $0.1.isDisjoint(with: own) }.map(\.0)
      #expect(strangers == [], "\(form): \(own.sorted())")
    }
  }

  @Test(
    "A word typed without its accents has the family it has with them",
    arguments: [
      "coördineren", "coördineerde", "beïnvloeden", "beïnvloedt", "creëren", "creëert", "geëvalueerd", "variëren",
      "ideeën", "coördinatoren", "enquête", "enquêtes", "cafés", "privé", "scènes", "reünies", "efficiënte",
    ])
  func withoutAccents(_ word: String) throws {
    let stemmer = try #require(dutch)
    let without = stemmer.stems(of: Folding.fold(word))
    #expect(Set(without).isSuperset(of: stemmer.stems(of: word)), "\(without) \(stemmer.stems(of: word))")
  }

  @Test(
    "Words that only look alike do not",
    arguments: [
      ("begeleiding", "beleid"), ("gezin", "zin"), ("leerachterstand", "leervertraging"), ("kans", "kan"),
      ("toets", "toe"), ("personeel", "personage"), ("ouder", "oud"), ("kant", "kan"), ("leervertraging", "leer"),
      ("gebied", "bieden"), ("boven", "boffen"), ("gezond", "zon"), ("werkdruk", "werk"), ("zoeken", "onderzoeken"),
      ("gegevens", "geven"), ("vroeg", "vragen"), ("week", "wijken"), ("slagen", "slaan"), ("verslagen", "slaan"),
      ("vertraging", "vertragend"), ("duren", "duur"), ("genoegen", "genoeg"), ("haren", "haring"),
      ("evaluatie", "evalueren"), ("beheer", "heer"), ("populair", "populeren"), ("inkopen", "inkoppen"),
      ("genezen", "genest"), ("bekoren", "bekorten"), ("verdoven", "verdoffen"),
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
