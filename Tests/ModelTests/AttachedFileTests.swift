import Model
import Testing

struct AttachedFileTests {
  @Test("A file beside the transcripts reads back, whatever its name is", arguments: [nil, "t"])
  func readsBack(transcript: String?) {
    let file = AttachedFile(name: "a\u{1F}b", kind: "picture", sha256: "00", transcript: transcript)
    #expect(AttachedFile(file.text) == file)
    #expect(AttachedFile("a") == nil)
  }
}
