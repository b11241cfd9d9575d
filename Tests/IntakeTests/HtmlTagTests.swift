import Testing

@testable import Intake

struct HtmlTagTests {
  private func tag(_ html: String) -> HtmlTag? {
    var tokens = HtmlTokens(Array(html.utf8))
    if case .start(let tag) = tokens.next() { return tag }
    return nil
  }

  @Test(
    "An element that is not shown is told by its name, an attribute or its style",
    arguments: [
      ("<del>", true), ("<p>", false), ("<p hidden>", true), ("<p style='color: red; display : none'>", true),
      ("<div title=footer>", true), ("<div title=Interview>", false), ("<p style='display:block'>", false),
    ])
  func unread(html: String, isUnread: Bool) { #expect(tag(html)?.isUnread == isUnread) }

  @Test(
    "Marks of notes, and what holds notes",
    arguments: [
      ("<a class='sdfootnoteanc'>", [true, true, false]), ("<a class=sdendnotesym>", [true, false, false]),
      ("<a style='mso-footnote-id:ftn1'>", [true, true, false]), ("<a class='x footnote-back'>", [true, false, false]),
      ("<a href=x>", [false, true, false]), ("<div id=sdfootnote1>", [false, true, true]),
      ("<section class='footnotes x'>", [false, true, true]),
      ("<div style='mso-element:comment-list'>", [false, true, true]),
      ("<p class=footnotes>", [false, true, false]),
    ])
  func notes(html: String, expected: [Bool]) {
    #expect(tag(html).map { [$0.isNoteMark, $0.refersToNote, $0.holdsNotes] } == expected)
  }
}
