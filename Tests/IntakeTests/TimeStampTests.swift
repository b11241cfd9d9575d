import Testing

@testable import Intake

struct TimeStampTests {
  private func stamp(_ text: String) -> TimeStamp? {
    let bytes = Array(text.utf8)
    return TimeStamp(bytes, at: 0, to: bytes.count)
  }

  @Test(
    "Times are read as transcribers write them",
    arguments: [
      ("[00:12:31]", 751), ("(12:31)", 751), ("00:12:31", 751), ("#00:12:31-4#", 751.4), ("#00:01:02#", 62),
      ("[00:01:02.15]", 62.15), ("[00:01:02:15]", 62), ("[00:01:02;15]", 62), ("¤<62150>", 62.15),
      ("0:00.0 - 0:05.1", 0), ("00:00:01.000 --> 00:00:04.000", 1), ("00:01:02–00:01:09", 62), ("00:03:40.5", 220.5),
      ("0:05", 5), ("1:02:03", 3723),
      ("[00:00:05 - 00:00:09]", 5), ("[00:00.000 --> 00:05.000]", 0), ("<01:10>", 70), ("{75:10}", 4510),
    ])
  func reads(text: String, seconds: Double) {
    #expect(stamp(text)?.seconds == seconds)
    #expect(stamp(text)?.end == text.utf8.count)
  }

  @Test(
    "What only looks like a time is none",
    arguments: [
      "", "[", "(3s)", "[00:10:12 crosstalk]", "12", "12:5", "12:75", "1:75:00", "12:31x", "00:12:311", "[00:12:31",
      "#00:12:31", "¤<>", "¤<12", "¤12", "¤<1x>", "¤<12345678901234567890>",
      "(.)", "#tag#", "1234:10",
    ])
  func none(text: String) { #expect(stamp(text) == nil) }

  @Test("A bare time may run on into a name, one without hours may not")
  func bare() {
    #expect(stamp("00:03:40.5Zack")?.end == 10)
    #expect(stamp("03:40Zack") == nil)
    #expect(stamp("03:40 Zack")?.isClear == false)
    #expect(stamp("(03:40)")?.isClear == true)
  }

  @Test("What follows a bare time is a range only when it is a time too")
  func range() {
    #expect(stamp("00:01:02 - Anna: Ja")?.end == 8)
    #expect(stamp("10:30 - 11:15 vergadering")?.isClear == false)
    #expect(stamp("0:05 -\u{a0}ja")?.end == 4)
  }

  @Test("An f4 stamp is found at the end of a line")
  func f4() {
    let bytes = Array("Dat #1 weet ik niet. #00:01:02-3#  ".utf8)
    #expect(TimeStamp.f4(atEndOf: 0..<bytes.count, in: bytes)?.seconds == 62.3)
    let none = Array("Zie [00:01:02] #hier#".utf8)
    #expect(TimeStamp.f4(atEndOf: 0..<none.count, in: none) == nil)
  }
}
