import Testing

@testable import Retrieval

@Suite("What Hunspell says of a word")
struct MorphologyTests {
  @Test(
    "A line of analysis gives stem, form and the last part of a compound",
    arguments: [
      (" st:school ts:NN2", "scholen", Morphology(stem: "school", form: "NN2")),
      ("uit st:breiden fl:Ps", "uitbreiden", Morphology(stem: "uitbreiden", form: nil)),
      (" fl:Ps st:breid ts:VB3", "uitbreidt", Morphology(stem: "uitbreid", form: "VB3")),
      (
        " pa:leer st:leer pa:vertragingen  st:vertraging ts:NN2", "leervertragingen",
        Morphology(stem: "leervertragingen", form: nil, lastPart: "vertragingen")
      ),
    ])
  func reads(_ line: String, _ word: String, _ morphology: Morphology) {
    #expect(Morphology.read(line, of: word) == [morphology])
  }

  @Test("A line without a stem says nothing")
  func nothing() { #expect(Morphology.read(" fl:Ce", of: "x").isEmpty) }
}
