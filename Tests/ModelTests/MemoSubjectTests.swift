import Model
import Testing

struct MemoSubjectTests {
  @Test(
    "What a memo is about reads back",
    arguments: [
      MemoSubject(), MemoSubject(caseName: "c"), MemoSubject(code: "K"), MemoSubject(transcript: "t"),
      MemoSubject(transcript: "t", span: TextSpan(3, 9), code: "K"),
    ])
  func readsBack(subject: MemoSubject) { #expect(MemoSubject(subject.text) == subject) }

  @Test("Anything else is no subject")
  func nothing() { #expect(MemoSubject("a") == nil) }
}
