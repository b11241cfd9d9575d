import Model
import Testing

@testable import Exchange

@Suite struct StudyMergeTests {
  private func known() -> KnownStudy {
    let study = SampleWholeStudy.study()
    var known = KnownStudy()
    (known.codes, known.coders, known.memos) = (study.codes, study.coders, study.memos)
    known.cases = study.cases.map { StudyCase($0.name, guid: $0.guid) }
    known.transcripts = study.transcripts.map {
      KnownStudy.Transcript($0.transcript.name, textDigest: $0.transcript.text, guid: $0.guid)
    }
    return known
  }

  private func merge(_ study: WholeStudy, into known: KnownStudy, matchesKeys: Bool = false) -> StudyMerge {
    StudyMerge(study, into: known, matchesKeys: matchesKeys, file: "x.qdpx", digest: { $0 })
  }

  @Test("Nothing of a study is new to itself")
  func same() {
    let study = SampleWholeStudy.study()
    let merge = merge(study, into: known())
    #expect(merge.study == study)
    #expect(merge.newTranscripts == [])
    #expect(merge.report == TransferReport())
  }

  @Test("A study without marks is known by names and texts")
  func names() {
    var study = SampleWholeStudy.study()
    for place in study.codes.indices {
      study.codes[place].guid = nil
      study.codes[place].code.key = "k\(place)"
      study.codes[place].code.parent = study.codes[place].code.parent.map { $0 == "A" ? "k0" : "k2" }
      study.codes[place].code.definition = nil
    }
    for place in study.transcripts.indices { study.transcripts[place].guid = GUID(of: "other \(place)") }
    for place in study.coders.indices { study.coders[place].guid = nil }
    for place in study.memos.indices {
      study.memos[place].guid = GUID(of: "other \(place)").text
      if case .code = study.memos[place].subject { study.memos[place].subject = .code("k1") }
      if case .passage(let name, let span, "A1") = study.memos[place].subject {
        study.memos[place].subject = .passage(transcript: name, span: span, code: "k1")
      }
    }
    let merge = merge(study, into: known())
    #expect(merge.study.codes == SampleWholeStudy.study().codes)
    #expect(merge.study.coders == SampleWholeStudy.study().coders)
    #expect(merge.newTranscripts == [])
    #expect(merge.study.memos == [])
  }

  @Test("What is new gets a name that is free")
  func new() {
    var study = WholeStudy(name: "x")
    study.codes = [
      StudyCode(Code(key: "A", name: "Iets anders"), guid: GUID(of: "new")),
      StudyCode(Code(key: "A1", name: "Uren", parent: "A")),
    ]
    study.transcripts = [StudyTranscript(Transcript(name: "s01", format: "txt", text: "Nieuw."))]
    study.memos = [Memo(guid: "m", about: .code("A1"), coder: nil, at: "", text: "Over A1.")]
    let merge = merge(study, into: known())
    #expect(merge.study.codes.map(\.code.key) == ["A-2", "A1-2"])
    #expect(merge.study.codes.map(\.code.parent) == [nil, "A-2"])
    #expect(merge.study.transcripts.map(\.transcript.name) == ["s01-2"])
    #expect(merge.newTranscripts == [0])
    #expect(merge.study.memos.map(\.subject) == [.code("A1-2")])
  }

  @Test("Of codes with keys of the researcher's own those with the same key and name are one, others stay apart")
  func keys() {
    var study = WholeStudy(name: "x")
    study.codes = [
      StudyCode(Code(key: "A", name: "Iets anders"), guid: GUID(of: "new")),
      StudyCode(Code(key: "A1", name: "UREN")), StudyCode(Code(key: "Q", name: "Nog iets", parent: "A")),
    ]
    let merge = merge(study, into: known(), matchesKeys: true)
    #expect(merge.study.codes.map(\.code.key) == ["A-2", "A1", "Q"])
    #expect(merge.study.codes.map(\.code.parent) == [nil, nil, "A-2"])
    #expect(
      merge.report.problems.map(\.what) == [
        "The code 'Iets anders' came with the key 'A', which 'Tijd <wacht>' has here; its key becomes 'A-2'.",
        "The code 'A1' is named otherwise in the file: 'Uren' becomes 'UREN'.",
      ])
  }

  @Test("A known code that gets another name or definition is told, so that --strict stops")
  func redefined() {
    var study = SampleWholeStudy.study()
    study.codes[0].code.name = "Angst"
    study.codes[0].code.definition = "Iets heel anders."
    study.codes[0].code.use = nil
    study.codes[1].code.definition = "Er was er geen."
    let merge = merge(study, into: known(), matchesKeys: true)
    #expect(merge.study.codes.map(\.code.key) == ["A", "A1", "B", "B1"])
    #expect(
      merge.report.problems.map(\.what) == [
        "The code 'A' is named otherwise in the file: 'Tijd <wacht>' becomes 'Angst'.",
        "The 'definition' of the code 'A' (Tijd <wacht>) is another in the file, and becomes that.",
      ])
    #expect(!merge.report.isLossless)
  }

  @Test("A transcript whose text changed is not taken over, and its codings are told")
  func changed() {
    var study = SampleWholeStudy.study()
    study.transcripts[0].transcript.text += "!"
    let merge = merge(study, into: known())
    #expect(merge.study.codings.map(\.transcript) == [1])
    #expect(
      merge.report.problems.map(\.what) == [
        "The text of 's01' is another than the one in the study: its 3 codings and its memos were not taken over."
      ])
  }
}
