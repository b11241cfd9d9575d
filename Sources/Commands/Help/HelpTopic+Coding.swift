extension HelpTopic {
  static let coding = HelpTopic(
    name: "coding", title: "Put codes on what was said",
    text: """
      A code is put on segments, as {place}, in the name of who codes. Quickest is 'read {transcript}', where a letter or \
      two find a code. A memo keeps what you think beside what was said.
      """,
    examples: [
      .init("coder {coder}", "Say who codes"),
      .init("read {transcript}", "Read and code on the whole screen"),
      .init("show {place}", "A segment with its codes"),
      .init("tag {place} {code} {code2}", "Put codes on it"),
      .init("untag {place} {code2}", "Take one off"),
      .init("autocode {code} matching {word} --dry-run", "What a query would code"),
      .init("autocode {code} matching {word}", "Code it"),
      .init("find uncoded", "What has no code yet"),
      .init("memo {place} Hier aarzelt ze.", "Write a memo about a segment"),
      .init("memo {code} Te ruim? --about code", "About a code"),
      .init("memos", "All memos, with their numbers"),
      .init("memos edit 1 Ze aarzelt lang.", "Write one anew"),
      .init("memos delete 1", "Take one out"),
      .init("codings outdated", "Coded by an older definition"),
    ], more: ["reading", "codes", "undo"])

  static let reading = HelpTopic(
    name: "reading", title: "Read and code on the whole screen",
    text: """
      Letters find a code by key or name; a whole key puts it, Enter puts what was found, Tab also moves on. 1 to 9 put \
      the codes used last, . the very last one, - takes one off. Space and arrows move, → and ← choose words, / searches, \
      n goes to the next hit, ; writes a memo, Ctrl-Z undoes, ? shows all keys, Ctrl-Q leaves. Each coding is kept at once.
      """,
    examples: [
      .init("read {transcript}", "Begin where you stopped"),
      .init("read {transcript} {segment}", "Begin at a segment"),
      .init("read {transcript} --blind", "Hide what other coders did"),
      .init("read {transcript} --move-on", "To the next answer after each code"),
    ], more: ["coding", "coders"])

  static let searching = HelpTopic(
    name: "searching", title: "Find what was said",
    text: """
      A query is codes, then 'matching' words, then 'where' a condition; each may be left out. A word also finds its other \
      forms; ={word} finds that form alone, ~{word} also inside longer words, leer* what begins so.
      """,
    examples: [
      .init("search {word}", "Segments with a word"),
      .init("kwic {word} --sort right", "Each place on a line, by what follows"),
      .init("find {code}", "Passages with a code"),
      .init("find {code} and {code2}", "That have both; or, and not"),
      .init("find {code} near/3 {code2}", "Within 3 segments of the other"),
      .init("find {family} matching {word} where {condition}", "All three"),
      .init("find {code} --context 1 --sample 5", "Five by lot, with a segment around"),
      .init("find {code} --by {attribute}", "How many for each value"),
      .init("quotes {family} --limit 3", "Quotes under each code and its meaning"),
      .init("words --by {attribute} --limit 10", "The words that are said most"),
      .init("words --typical {where} --limit 10", "What some say more than the rest"),
    ], more: ["filters", "counting"])

  static let coders = HelpTopic(
    name: "coders", title: "Two who code, and how far they agree",
    text: """
      Each coding is of the coder who put it. Everybody codes alike in their own name; what was coded can be compared, and \
      the passages where two differ can be gone through and decided.
      """,
    examples: [
      .init("coder", "Who codes now"),
      .init("coder {coder}", "Somebody else"),
      .init("sample --size 20% --by {attribute}", "Draw transcripts for both by lot"),
      .init("assign {transcript} --to {coder}", "Give one to a coder"),
      .init("assign", "Who has what, and how far it is"),
      .init("blind on {coder}", "Hide from a coder what the others put"),
      .init("blind off {coder}", "Show it again"),
      .init("agreement --coder {coder} --coder {coder2}", "How far two agree, code by code"),
      .init("disagreements --coder {coder} --coder {coder2}", "Where they differ"),
      .init("disagreements walk", "Go through them and decide each"),
      .init("find {code} --coder {coder}", "What one of them put"),
      .init("use coder {coder}", "Look at one coder's only, until 'clear'"),
      .init("clear", "All coders again"),
    ], more: ["merging", "filters"])

  static let merging = HelpTopic(
    name: "merging", title: "Work on copies and bring them together",
    text: """
      Make a copy for the other coder, work on both, and bring in what the copy has. What only one of the two changed needs \
      no decision; where both changed the same thing you are asked. 'undo' takes a whole merge back.
      """,
    examples: [
      .init("branch {file:bram.draad}", "A copy for another coder"),
      .init("diff {file:bram.draad}", "How the copy differs now"),
      .init("merge {file:bram.draad} --dry-run", "What bringing it in would do"),
      .init("merge {file:bram.draad}", "Bring it in"),
      .init("merge {file:bram.draad} --prefer both", "Without questions: keep both texts"),
    ], more: ["coders", "undo"])
}
