import Testing

@testable import Retrieval

@Suite("Rules for Dutch")
struct DutchFormsTests {
  @Test(
    "An infinitive gives the stems it may have",
    arguments: [
      ("lezen", ["lees"]), ("zetten", ["zet"]), ("maken", ["maak"]), ("blijven", ["blijf"]), ("werken", ["werk"]),
      ("rekenen", ["rekeen", "reken"]), ("organiseren", ["organiseer", "organiser"]), ("begeleiden", ["begeleid"]),
      ("boven", ["boof"]), ("zien", []), ("en", []),
      ("evalueren", ["evalueer", "evaluer"]), ("variëren", ["varieer", "variëer", "variër"]),
      ("financieren", ["financier"]),
      ("creëren", ["creeer", "creëer", "creër"]), ("beïnvloeden", ["beïnvloed"]), ("duwen", ["duw"]),
      ("groeien", ["groei"]), ("beogen", ["beoog", "beog"]), ("nieuwen", ["nieuw"]),
    ])
  func infinitives(_ word: String, _ stems: [String]) {
    #expect(DutchForms.stems(ofInfinitive: word) == stems)
  }

  @Test(
    "A strong form gives its infinitive, prefix included",
    arguments: [
      ("gelezen", ["lezen"]), ("besproken", ["bespreken"]), ("aangenomen", ["aannemen"]), ("nam", ["nemen"]),
      ("onderzocht", ["onderzoeken"]), ("begonnen", ["beginnen"]), ("gelegen", ["liggen"]), ("legen", []),
      ("verslagen", []), ("gebied", []), ("school", []),
    ])
  func strongVerbs(_ word: String, _ infinitives: [String]) {
    #expect(Array(DutchVerbs.infinitives(of: word).prefix(1)) == infinitives)
  }

  @Test(
    "A participle gives a stem with the form that proves it",
    arguments: [
      ("gewerkt", ["werk", "werkt"]), ("ingezet", ["inze", "inzet"]), ("ondersteund", ["ondersteun"]), ("gezicht", []),
      ("geëvalueerd", ["geëvalueer", "evalueer", "evalueerd"]),
      ("geïnitieerd", ["geïnitieer", "initieer", "initieerd"]),
      ("tekort", []),
    ])
  func participles(_ word: String, _ stems: [String]) {
    #expect(DutchForms.verbStems(of: word).map(\.stem) == stems)
  }

  @Test("The proof of a verb is a form that only verbs have")
  func proofs() { #expect(DutchForms.verbStems(of: "gepraat").map(\.proof) == ["praat", "praatte"]) }

  @Test(
    "Irregular plurals have a singular, in compounds too",
    arguments: [
      ("kinderen", "kind"), ("schoolkinderen", "schoolkind"), ("teamleden", "teamlid"), ("ideeen", "idee"),
      ("categorieën", "categorie"), ("musea", "museum"), ("scholen", nil),
    ])
  func plurals(_ word: String, _ singular: String?) {
    #expect(DutchNouns.singular(of: word) == singular)
  }

  @Test("A word typed without a diaeresis is tried with one")
  func accented() {
    #expect(DutchForms.accented("coordinatie") == ["coördinatie", "coordinatië"])
    #expect(DutchForms.accented("toets") == ["toëts"])
    #expect(DutchForms.accented("cafes") == ["cafés"])
    #expect(DutchForms.accented("prive") == ["privé"])
  }
}
