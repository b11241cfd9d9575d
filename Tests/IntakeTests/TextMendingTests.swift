import Model
import Testing
import TestSupport

@testable import Intake

/// Small texts of our own, in which an arrow stands for what mending makes of them.
struct TextMendingTests {
  private func mended(_ text: String) -> String { String(decoding: TextMending(Array(text.utf8)).bytes, as: UTF8.self) }

  @Test(
    "A word broken at a line end becomes one, and keeps a hyphen that is its own",
    arguments: [
      ("veel leer-\nvertragingen dus", "veel leervertragingen dus"),
      ("school- en teamleiders", "school- en teamleiders"),
      ("school-\nen teamleiders", "school- en teamleiders"),
      ("taal- of reken-\nachterstand", "taal- of rekenachterstand"),
      ("Noord-\nHolland", "Noord-Holland"),
      ("elke vmbo-\nleerling", "elke vmbo-leerling"),
      ("een CITO-\ntoets", "een CITO-toets"),
      ("40-\njarige juffen", "40-jarige juffen"),
      ("het jaar 2020-\n2021", "het jaar 2020-2021"),
      ("een auto-\nongeluk", "een auto-ongeluk"),
      ("geïnter-\nviewd", "geïnterviewd"),
      ("leer\u{AD}\nachterstand", "leerachterstand"),
      ("cofinancie¬\nring", "cofinanciering"),
      ("ik dacht -\nmaar toen", "ik dacht - maar toen"),
      ("onderwijs-\n\nkundige", "onderwijs-\n\nkundige"),
      ("de leerlingen\nwaren stil", "de leerlingen waren stil"),
      ("de leerlingen  \n  waren stil", "de leerlingen waren stil"),
      ("financi-\neel", "financieel"),
      ("ouders/\nverzorgers", "ouders/verzorgers"),
    ])
  func words(text: String, expected: String) { #expect(mended(text) == expected) }

  @Test(
    "What begins or ends a line of its own stays one",
    arguments: [
      "Anna: Goed,\nBram: en met mij\nAnna: ook goed\nBram: fijn",
      "Interviewer\nwat ziet u\n\nInterviewer\nen dan",
      "we zagen\n- rust\n- ruimte\n• licht\n1. lucht\na) en meer",
      "de klas\n[00:01:02] en toen",
      "tot hier #00:01:02-3#\nen verder",
      "naam\tleeftijd\njan\t12",
      "school   groep   aantal\nde brug   8   12",
      "# kop\ntekst eronder",
      "dat weet ik niet\n(lacht)\nnou ja",
      "rust\n22\n21\nvertrouwen in",
      "Een zin.\nNog een zin.\nEn een derde.",
    ])
  func untouched(text: String) {
    #expect(mended(text) == text)
    #expect(TextMending(Array(text.utf8)).repairs == [:])
  }
}
