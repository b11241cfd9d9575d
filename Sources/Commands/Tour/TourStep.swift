/// A step of the tour: what it is about, the line that is typed, and what there is to see in the answer.
struct TourStep: Equatable {
  let title: String
  let about: String
  let line: String
  let seen: String
  /// The words without which a line is another one.
  let needs: [String]

  static let all = [
    TourStep(
      title: "What is in a study",
      about: "A study is one file on your own machine. See what this one holds.",
      line: "info",
      seen: "31 conversations at 14 schools, all invented, coded by Anna and by Bram.", needs: ["info"]),
    TourStep(
      title: "Read what was said",
      about:
        "A transcript is cut into segments, the units that are coded and counted; here each is one turn of a speaker.",
      line: "show s05-leerkrachten 10-14",
      seen: "The number of the segment stands in front, its codes behind. s05-leerkrachten:12 is the address of one.",
      needs: ["show"]),
    TourStep(
      title: "Search for words",
      about: "Search knows Dutch: it looks for the forms of a word, here in one sector only.",
      line: "search toets where sector=pro",
      seen: "'toetsen' was found too. The lines below the quotes say which forms there are, and what was looked at.",
      needs: ["search"]),
    TourStep(
      title: "Find quotes by theme",
      about: "What do teachers in special education say about their workload? A code by its name, then who is asked.",
      line: "find werkdruk where sector=so and role=leerkracht",
      seen: "'Made by' is the line that makes this result again; whoever reads your report can check it.",
      needs: ["find"]),
    TourStep(
      title: "Count",
      about: "In how many schools does it come up? Codes of family C, side by side for each sector.",
      line: "frequencies C --by sector",
      seen: "n is what the percentage is of. The note says the unit, the base, the filter and the coders.",
      needs: ["frequencies"]),
    TourStep(
      title: "Say who codes",
      about: "Every coding has a coder. Type your own name, if you like.",
      line: "coder Maria",
      seen: "The prompt shows it. Draad remembers it for this study.", needs: ["coder"]),
    TourStep(
      title: "Put a code",
      about: "The address of a segment, and a code by its key, its name, or the start of its name. Tab completes both.",
      line: "tag s05-leerkrachten:12 werkdruk",
      seen: "It is in the file already; there is no saving.", needs: ["tag"]),
    TourStep(
      title: "Take it back",
      about: "Every act can be undone, also tomorrow, also an import. 'log' lists them, 'redo' makes one again.",
      line: "undo",
      seen: "The coding is gone, and the log says that it was there.", needs: ["undo"]),
    TourStep(
      title: "Read and code with single keys",
      about: """
        On the whole screen: arrows and Space move, the letters of a code find it and Enter puts it, ? shows all keys. \
        Ctrl-Q leaves.
        """,
      line: "read s01-team",
      seen: "Next time it begins where you stopped.", needs: ["read"]),
    TourStep(
      title: "Take it to the report",
      about: "A result goes to a file in the format of its ending: .docx, .xlsx, .csv, .html, .svg and more.",
      line: "find werkdruk --output werkdruk.docx",
      seen: "Open it: the quotes with their speakers, and below them what was counted.", needs: ["find", "--output"]),
  ]
}
