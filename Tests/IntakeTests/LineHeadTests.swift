import Testing

@testable import Intake

struct LineHeadTests {
  private func head(_ line: String) -> String? {
    let bytes = Array(line.utf8)
    guard let head = LineHead(of: 0..<bytes.count, in: bytes) else { return nil }
    let time = head.time.map { " \($0)" } ?? ""
    return "\(head.form) '\(bytes.string(head.name))'\(time) '\(bytes.string(head.wordsStart..<bytes.count))'"
  }

  @Test(
    "A label is found in each of its forms",
    arguments: [
      ("Anna: Goed.", "colon 'Anna' 'Goed.'"), ("I:Kunt u", "colon 'I' 'Kunt u'"), ("P-03:\twel", "colon 'P-03' 'wel'"),
      ("  Int.:\u{A0}Ja", "colon 'Int.' 'Ja'"), ("Anna (leerkracht): Ja", "colon 'Anna (leerkracht)' 'Ja'"),
      ("?: Ja", "colon '?' 'Ja'"), ("[Anna] Ja", "brackets 'Anna' 'Ja'"), ("[Anna]: Ja", "brackets 'Anna' 'Ja'"),
      ("[Anna] 00:00:05", "brackets 'Anna' 5.0 ''"), ("Anna\tJa", "tab 'Anna' 'Ja'"),
      ("00:01\tAnna\tJa", "tab 'Anna' 1.0 'Ja'"), ("Anna\t0:05.1\tJa", "tab 'Anna' 5.1 'Ja'"),
      ("**Anna:** Ja", "colon 'Anna' 'Ja'"), ("**Anna**: Ja", "colon 'Anna' 'Ja'"),
      ("__Anna:__ Ja", "colon 'Anna' 'Ja'"),
      ("**Anna** Ja", "bold 'Anna' 'Ja'"), ("**[00:01:00] Anna:** Ja", "colon 'Anna' 60.0 'Ja'"),
      ("[00:12:31] Anna: Ja", "colon 'Anna' 751.0 'Ja'"), ("(12:31) - Anna: Ja", "colon 'Anna' 751.0 'Ja'"),
      ("Anna: [00:12:31] Ja", "colon 'Anna' 751.0 'Ja'"), ("Anna [00:12:31]: Ja", "colon 'Anna' 751.0 'Ja'"),
      ("Anna (12:31): Ja", "colon 'Anna' 751.0 'Ja'"), ("Anna [00:12:31] Ja", "stamp 'Anna' 751.0 'Ja'"),
      ("#00:12:31-4# Anna: Ja", "colon 'Anna' 751.4 'Ja'"), ("00:03:40.5Zack: Ja", "colon 'Zack' 220.5 'Ja'"),
      ("Jansen, Piet   0:05", "stamp 'Jansen, Piet' 5.0 ''"), ("Interviewer", "alone 'Interviewer' ''"),
      ("¤<62150> Anna: Ja", "colon 'Anna' 62.15 'Ja'"), ("Anna: ¤<62150>Ja", "colon 'Anna' 62.15 'Ja'"),
      ("0:00.0 - 0:05.1\tAnna\tJa", "tab 'Anna' 0.0 'Ja'"), ("Jansen, Piet\t0:05", "stamp 'Jansen, Piet' 5.0 ''"),
      ("Anna\t0:05\tJa", "tab 'Anna' 5.0 'Ja'"),
      ("10:02:11 From Anna Smit to Everyone:", "colon 'Anna Smit' 36131.0 ''"),
      ("10:02:11\t From Anna : Hoi", "colon 'Anna' 36131.0 'Hoi'"),
      ("10:02:11 Van Anna aan Iedereen:", "colon 'Anna' 36131.0 ''"),
      ("00:02:11 Van Dijk: Ja", "colon 'Van Dijk' 131.0 'Ja'"),
      ("Anna: 10:30 was het", "colon 'Anna' '10:30 was het'"), ("SPEAKER_00: Ja", "colon 'SPEAKER_00' 'Ja'"),
    ])
  func forms(line: String, shown: String) { #expect(head(line) == shown) }

  @Test(
    "What cannot be a label is passed over",
    arguments: [
      "https://voorbeeld.nl", "Leuk :) echt", "Om 10:30 was het", "Wat is dit? Ja: nee", "", "   ",
      "[00:10:12 crosstalk] Ja",
      "Een zin die veel langer is dan veertig tekens: en dan een dubbele punt", "Po\tVo\tSo", "Anna\t",
      "verhouding 3:1",
      "Ja #00:00:05-1#", "Zie 0:05 verder", ": niets", "a = b: c",
    ])
  func none(line: String) { #expect(head(line) == nil) }
}
