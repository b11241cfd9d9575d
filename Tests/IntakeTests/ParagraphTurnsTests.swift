import Testing

@testable import Intake

struct ParagraphTurnsTests {
  @Test("What stands between blank lines is a turn, with the blank lines behind it")
  func blocks() {
    #expect(
      shown("\nEen regel.\nNog een.\n\n \nTwee.\n\n") == "[]\n- |\\n|Een regel.\\nNog een.\\n\\n \\n|\n- ||Twee.\\n\\n|"
    )
  }

  @Test("Without blank lines a line is a turn")
  func lines() { #expect(shown("Een.\nTwee.\nDrie.") == "[]\n- ||Een.\\n|\n- ||Twee.\\n|\n- ||Drie.|") }

  @Test("A time at the head of a paragraph is when it begins; one that ends it is when the next one does")
  func times() {
    #expect(
      shown("[00:00:05] Een.\n00:00:09 Twee. #00:00:12-0#\nDrie.\n10:30 gingen wij.\n")
        == "[]\n- 5.0 |[00:00:05] |Een.\\n|\n- 9.0 |00:00:09 |Twee. #00:00:12-0#\\n|\n- 12.0 ||Drie.\\n|\n- ||10:30 gingen wij.\\n|"
    )
  }
}
