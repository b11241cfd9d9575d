import Model
import TestSupport
import Testing

@testable import Coding

@Suite struct TextDiffTests {
  private func shown(_ old: String, _ new: String) -> [String] {
    let (before, after) = (Array(old.utf8), Array(new.utf8))
    return TextDiff(from: before, to: after).hunks.map { hunk in
      "\(String(decoding: before[hunk.old], as: UTF8.self))>\(String(decoding: after[hunk.new], as: UTF8.self))"
    }
  }

  @Test(
    "It tells what was taken out, put in and put for something else",
    arguments: [
      ("", "", []), ("one two", "one two", []), ("", "one", [">one"]), ("one", "", ["one>"]),
      ("we wait long", "we wait very long", [">very "]), ("we wait very long", "we wait long", ["very >"]),
      ("hij gaat naar school", "hij gat naar scholen", ["a>", "ol>len"]), ("één twee", "een twee", ["éé>ee"]),
      ("a b c a b c", "a b c", [" a b c>"]),
    ])
  func hunks(old: String, new: String, expected: [String]) { #expect(shown(old, new) == expected) }

  @Test("What stays and what is new, put together, are the new version", arguments: 1...40)
  func whole(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let words = ["ja", "nee", "één", "wachten", "school", ",", ".", "\n", " ", " ", "👩‍🏫", "ë"]
    func text() -> [UInt8] {
      let count = Int.random(in: 0...60, using: &random)
      return (0..<count).flatMap { _ in Array((words.randomElement(using: &random) ?? "").utf8) }
    }
    let old = text()
    let new = seed.isMultiple(of: 3) ? text() : RandomEdit.edited(old, words: words, using: &random)
    var (made, from): ([UInt8], Int) = ([], 0)
    for hunk in TextDiff(from: old, to: new).hunks {
      #expect(hunk.old.lowerBound >= from && (!hunk.old.isEmpty || !hunk.new.isEmpty))
      made += old[from..<hunk.old.lowerBound] + new[hunk.new]
      #expect(String(validating: new[hunk.new], as: UTF8.self) != nil)
      from = hunk.old.upperBound
    }
    #expect(made + old[from...] == new)
  }

  @Test("Long texts that have hardly a word in common are compared all the same")
  func long() {
    let old = Array(repeating: "ja nee ", count: 40_000).joined()
    let new = Array(repeating: "nee nee ja ", count: 30_000).joined()
    let hunks = TextDiff(from: Array(old.utf8), to: Array(new.utf8)).hunks
    #expect(hunks.map { $0.old.count }.reduce(0, +) - hunks.map { $0.new.count }.reduce(0, +) == old.count - new.count)
  }
}

/// Changes a text here and there, as one who corrects a transcript.
enum RandomEdit {
  static func edited(_ text: [UInt8], words: [String], using random: inout SeededGenerator) -> [UInt8] {
    var scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let from = Int.random(in: 0...scalars.count, using: &random)
      let to = min(scalars.count, from + Int.random(in: 0...6, using: &random))
      let word = Bool.random(using: &random) ? words.randomElement(using: &random) ?? "" : ""
      scalars.replaceSubrange(from..<to, with: Array(word.unicodeScalars))
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return Array(String(view).utf8)
  }
}
