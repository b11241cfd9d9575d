import Store
import Testing

@testable import Workbench

@Suite struct MentionWordsTests {
  @Test("Each place is named with the command that changes it")
  func sentences() {
    let places: [Mention] = [
      .memo(3), .query("het werk"), .code("K1", parts: ["example", "phrases"]), .aCase("Noord"),
      .caseAttribute("Zuid", attribute: "dier"), .transcript("x"), .transcriptAttribute("x", attribute: "golf"),
      .speakerAttribute("Kim", transcript: "x", attribute: "rol"), .fact("title"),
    ]
    #expect(
      places.map(\.sentence) == [
        "memo 3: memos edit 3 WORDS",
        "query 'het werk': query delete \"het werk\"",
        "code 'K1' (example, phrases): codebook export FILE, change it there, codebook load FILE",
        "case 'Noord', in its name: case erase Noord",
        "case 'Zuid' (dier): cases set Zuid dier=VALUE",
        "transcript 'x', in its name",
        "transcript 'x' (golf): transcripts load SHEET",
        "speaker 'Kim' of 'x' (rol)",
        "the title of the study: codebook load FILE",
      ])
  }
}
