import Model

/// A small study with one of everything, as a whole.
enum SampleWholeStudy {
  static let text = "Anna: Wij wachten drie uur 😀.\nBram: Te lang, x\u{301}!\nAnna: Ja.\n"

  static func study() -> WholeStudy {
    var study = WholeStudy(name: "wachten")
    study.title = "Wachten & \"zorg\""
    study.language = "nl"
    study.codes = [
      StudyCode(
        Code(
          key: "A", name: "Tijd <wacht>", definition: "Wat er gezegd wordt.\n\nKey: geen kop\n\\ ook niet",
          use: "Bij uren.",
          not: "Bij dagen: A2", example: "drie uur", phrases: ["drie uur*", "lang"], color: "#4477AA"),
        guid: GUID(of: "A")),
      StudyCode(Code(key: "A1", name: "Uren", parent: "A"), guid: GUID(of: "A1")),
      StudyCode(Code(key: "B", name: "Map", definition: "Alleen een map."), guid: GUID(of: "B"), isFolder: true),
      StudyCode(Code(key: "B1", name: "Uren", color: "#112233", parent: "B"), guid: GUID(of: "B1")),
    ]
    study.coders = [StudyCoder("anna", guid: GUID(of: "anna")), StudyCoder("bram", guid: GUID(of: "bram"))]
    study.cases = [
      StudyCase(
        "noord", attributes: [Attribute("sector", ["vo"]), Attribute("taken", ["a", "b"]), Attribute("size", ["12"])],
        guid: GUID(of: "noord")),
      StudyCase("zuid", attributes: [Attribute("size", ["7.5"])], guid: GUID(of: "zuid")),
    ]
    var first = Transcript(name: "s01", format: "txt", text: text, caseName: "noord")
    first.attributes = [Attribute("datum", ["2022-05-12"])]
    let second = Transcript(name: "s02/x", format: "txt", text: "Kort.\n")
    study.transcripts = [
      StudyTranscript(first, guid: GUID(of: "s01")), StudyTranscript(second, guid: GUID(of: "s02")),
    ]
    study.codings = [
      StudyCoding(transcript: 0, span: TextSpan(6, 31), code: 0, coder: 0, guid: GUID(of: "c1")),
      StudyCoding(transcript: 0, span: TextSpan(6, 31), code: 1, coder: 1, guid: GUID(of: "c2")),
      StudyCoding(transcript: 0, span: TextSpan(27, 31), code: 3, coder: 0, guid: GUID(of: "c3")),
      StudyCoding(transcript: 1, span: TextSpan(0, 6), code: 0, coder: 0, guid: GUID(of: "c4")),
    ]
    study.memos = memos
    study.attachments = [
      StudyAttachment(
        "plan", kind: .pdf, fileName: "plan.pdf", bytes: [0x25, 0x50, 0x44, 0x46], transcript: "s02/x",
        guid: GUID(of: "plan")),
      StudyAttachment("foto", kind: .picture, fileName: "foto.jpg", bytes: [0xFF, 0xD8], guid: GUID(of: "foto")),
    ]
    study.queries = [StudyQuery("lang", "A where sector=vo")]
    return study
  }

  private static let memos: [Memo] = {
    func memo(_ subject: Memo.Subject, _ text: String, by coder: String? = "anna") -> Memo {
      Memo(guid: GUID(of: text).text, about: subject, coder: coder, at: "2022-05-12T09:30:00Z", text: text)
    }
    return [
      memo(.study, "Over alles.\nTwee regels & meer"), memo(.ofCase("zuid"), "Over zuid.", by: nil),
      memo(.transcript("s01"), "Over het gesprek."), memo(.code("A1"), "Over de code."),
      memo(.passage(transcript: "s01", span: TextSpan(6, 31), code: nil), "Over de woorden."),
      memo(.passage(transcript: "s01", span: TextSpan(6, 31), code: "A1"), "Waarom uren.", by: "bram"),
      memo(.passage(transcript: "s01", span: TextSpan(0, 5), code: nil), "Zonder code."),
    ]
  }()
}

extension WholeStudy {
  /// In one order, whatever the order it came in.
  var sorted: WholeStudy {
    var study = self
    study.codings.sort { ($0.transcript, $0.span, $0.code, $0.coder) < ($1.transcript, $1.span, $1.code, $1.coder) }
    study.memos.sort { $0.text < $1.text }
    study.attachments.sort { $0.name < $1.name }
    for place in study.cases.indices { study.cases[place].attributes.sort { $0.name < $1.name } }
    for place in study.transcripts.indices {
      study.transcripts[place].transcript.attributes.sort { $0.name < $1.name }
    }
    return study
  }
}
