import Testing

@testable import Intake

struct ChatLogTests {
  @Test("A chat is read as a talk, and said to be one")
  func chat() {
    let lines = [
      "10:02:11 From Anna Smit to Everyone:\n\tHoi.\n", "10:03:31 From Bram to Anna(Direct Message):\n\tDag.\n",
    ]
    #expect(
      shown(lines.joined() + lines.joined()) == """
        [Anna Smit, Bram]
        Anna Smit 36131.0 |10:02:11 From Anna Smit to Everyone:\\n\\t|Hoi.\\n|
        Bram 36211.0 |10:03:31 From Bram to Anna(Direct Message):\\n\\t|Dag.\\n|
        Anna Smit 36131.0 |10:02:11 From Anna Smit to Everyone:\\n\\t|Hoi.\\n|
        Bram 36211.0 |10:03:31 From Bram to Anna(Direct Message):\\n\\t|Dag.\\n|
        note x.txt: This looks like a chat: what was typed, at times of the day and not of the recording.
        """)
  }

  @Test(
    "A talk is none",
    arguments: [
      "[Anna] 00:00:05\nHoi.\n", "00:02:11 Van Dijk: Ja.\n", "00:02:11 Van dat: alles.\n", "Van Anna: Ja.\n", "\n",
    ])
  func talk(text: String) { #expect(!ChatLog.opens(Array(text.utf8))) }
}
