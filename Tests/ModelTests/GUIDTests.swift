import Model
import Testing

@Suite struct GUIDTests {
  @Test("A mark is read in capitals and small letters, bare and in braces")
  func reads() {
    let mark = GUID(high: 0x6F96_19FF_8B86_D011, low: 0xB42D_00CF_4FC9_64FF)
    for text in [
      "6F9619FF-8B86-D011-B42D-00CF4FC964FF", "6f9619ff-8b86-d011-b42d-00cf4fc964ff",
      "{6f9619FF-8b86-d011-b42d-00cf4fc964ff}",
    ] { #expect(GUID(text) == mark) }
    #expect(mark.text == "6F9619FF-8B86-D011-B42D-00CF4FC964FF")
  }

  @Test(
    "What is no mark is none",
    arguments: [
      "", "c001", "6F9619FF8B86D011B42D00CF4FC964FF", "6F9619FF-8B86-D011-B42D-00CF4FC964F",
      "6F9619FF-8B86-D011-B42D-00CF4FC964FG", "{6F9619FF-8B86-D011-B42D-00CF4FC964FF",
      "6F9619FF-8B86-D011-B42D-00CF4FC964é",
    ])
  func none(text: String) { #expect(GUID(text) == nil) }

  @Test("The mark made of words is FNV-1a of 128 bits")
  func hash() {
    // The published values for no bytes and for 'a'.
    #expect(GUID(of: "").text == "6C62272E-07BB-0142-62B8-21756295C58D")
    #expect(GUID(of: "a").text == "D228CB69-6F1A-8CAF-7891-2B704E4A8964")
    #expect(GUID(of: "a") != GUID(of: "b"))
  }
}
