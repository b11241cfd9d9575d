extension HelpTopic {
  static let importing = HelpTopic(
    name: "importing", title: "From files to transcripts",
    text: """
      A transcript is a file of text, Word, PDF, captions, a transcription program or a survey. What a file holds that \
      could not be read is told, with its line. Nothing is changed in the files themselves.
      """,
    examples: [
      .init("import {file:interviews} --dry-run", "See how each file would be read"),
      .init("import {file:interviews}", "Read a folder; a folder in it is a case"),
      .init("import {file:talk.txt} --case {case}", "Read one file into a case"),
      .init("import {file:notes.txt} --segment sentence", "Cut into sentences, not turns"),
      .init("transcripts", "What there is, with words and segments"),
      .init("show {transcript}", "Read one, with its codes"),
      .init("transcript replace {transcript} {file:talk.txt} --dry-run", "What a corrected text would do"),
      .init("transcript unplaced", "Codings that lost their words by it"),
      .init("segment {transcript} --by paragraph", "Cut one anew; codings stay"),
      .init("remove {transcript}", "Take one out with its codings ('undo')"),
    ], more: ["attributes", "coding", "undo"])

  static let attributes = HelpTopic(
    name: "attributes", title: "What is known of cases, transcripts and speakers",
    text: """
      An attribute, as {attribute}, is loaded from a CSV sheet or typed. A cell with several answers has | between them. \
      What is known can be filtered on and counted by.
      """,
    examples: [
      .init("cases", "The cases and what is known of them"),
      .init("cases load {file:cases.csv}", "A sheet: case,sector,..."),
      .init("cases assign {file:assigned.csv}", "A sheet: transcript,case"),
      .init("cases set {case} {setting}", "Type one"),
      .init("transcripts load {file:transcripts.csv}", "A sheet: transcript,date,..."),
      .init("speakers", "Who speaks, in which role"),
      .init("speakers names", "Names that are spelt nearly alike"),
      .init("speakers role {speaker} schoolleider", "Give a role, in every transcript"),
      .init("speakers merge {speaker} \"{speaker:plain} B\" --in {transcript}", "Two spellings, one speaker"),
    ], more: ["filters", "counting"])

  static let codes = HelpTopic(
    name: "codes", title: "The codebook, and how it changes",
    text: """
      A code is named by its key, as {code}, or its name. A code with codes below it stands for all of them; ={family} \
      is that code alone.
      """,
    examples: [
      .init("codebook", "The codes and how often they are put"),
      .init("codebook show {code}", "All that is said of one"),
      .init("codebook load {file:codebook.yaml}", "Add codes from a file, or change them"),
      .init("codebook diff {file:codebook.yaml}", "How a file differs"),
      .init("codebook export {file:codes.csv}", "Write it: .yaml, .csv or .qdc"),
      .init("code add new \"A new code\" --under {family}", "Add one"),
      .init("code rename new \"A better name\"", "Name it anew"),
      .init("code move new", "To the top; --under CODE elsewhere"),
      .init("code split {code} new2 \"A part\" --containing {word} --reason \"Two things\"", "Make two of one"),
      .init("code merge new {code} --reason \"The same\"", "Make one of two"),
      .init("code retire {code2} --reason \"Too wide\"", "Put it no more"),
      .init("code history {code}", "What it meant before"),
      .init("code delete {code2}", "Take it out with its codings ('undo')"),
    ], more: ["coding", "coders"])

  static let exchange = HelpTopic(
    name: "exchange", title: "To and from other programs",
    text: """
      A study goes as a REFI-QDA project to ATLAS.ti, MAXQDA, NVivo and others, and comes back from them. What has no \
      place in a file is listed when it is written.
      """,
    examples: [
      .init("export {file:study.qdpx}", "The whole study"),
      .init("export {file:plain} --plain", "A folder of text, YAML and CSV"),
      .init("import {file:other.qdpx}", "A project of another program"),
      .init("export r {file:for-r}", "Sheets for R, with a script"),
      .init("export python {file:for-python}", "Sheets for pandas, with a script"),
      .init("codings export {file:codings.csv}", "transcript,start,end,code,coder"),
      .init("codings load {file:codings.csv}", "The same, in"),
      .init("matrix --cells binary -o {file:matrix.csv}", "Cases by codes, for SPSS"),
    ], more: ["reports", "merging"])
}
