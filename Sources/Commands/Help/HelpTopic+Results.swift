extension HelpTopic {
  static let filters = HelpTopic(
    name: "filters", title: "Look at a part of the study",
    text: """
      A condition compares what is known of case, transcript and speaker: = != < <= > >= and 'in (a, b)', joined by and, \
      or, not. It stands after 'where' in a query, after --where elsewhere, or holds for all that follows with 'use'.
      """,
    examples: [
      .init("find {code} where {condition}", "In a query"),
      .init("find any where {condition} and not role=leerling", "Joined"),
      .init("find where {condition} or case={case:query}", "Names with blanks in \"...\""),
      .init("frequencies --where {where}", "With any command that counts"),
      .init("frequencies --where {where} --coder {coder}", "And of one coder"),
      .init("use where {where}", "From now on, for all that follows"),
      .init("use coder {coder}", "And of one coder"),
      .init("use", "What is set; the prompt shows it too"),
      .init("frequencies {family}", "Its notes name the filter"),
      .init("clear", "All of the study again"),
      .init("query save often {code} or {code2}", "Keep a query; @often stands for it"),
      .init("query", "The queries that are kept"),
      .init("query show often", "What one stands for"),
      .init("query delete often", "Take one away"),
    ], more: ["searching", "counting", "attributes"])

  static let counting = HelpTopic(
    name: "counting", title: "Count codes, answers and words",
    text: """
      Every result says what was counted (cases, transcripts, segments, codings) and of how many. A case with several of a \
      code counts once for it.
      """,
    examples: [
      .init("frequencies", "How many cases have each code"),
      .init("frequencies {family} --by {attribute}", "A column for each value"),
      .init("frequencies {family} --count segments", "Segments instead of cases"),
      .init("frequencies --base any --top 10", "Of those with any code; the first 10"),
      .init("tabulate {attribute}", "Answers to a closed question"),
      .init("crosstab {family} --by {attribute} --tests", "Differences, tested"),
      .init("compare {family} --left {where} --right {where2}", "Two groups side by side"),
      .init("cooccurrence {family} --with {family2}", "Which codes meet"),
      .init("matrix {family}", "Cases by codes"),
      .init("saturation", "Whether transcripts still bring new codes"),
      .init("check-table {file:printed.csv}", "Count a printed table again"),
    ], more: ["filters", "reports", "coders"])

  static let reports = HelpTopic(
    name: "reports", title: "Results for a report",
    text: """
      -o FILE writes any result; the ending says the format: docx, xlsx, csv, md, html, tex, svg, png. A table carries how \
      it was made, so that it can be made again. --labels nl gives Dutch headings.
      """,
    examples: [
      .init("frequencies {family} -o {file:freq.docx}", "A table for Word"),
      .init("frequencies {family} --by {attribute} --labels nl", "In Dutch"),
      .init("last --format md", "The last result in another form"),
      .init("save as {file:freq.xlsx}", "The last result into a file"),
      .init("quotes {family} --attribution role,{attribute} -o {file:quotes.docx}", "A book of quotes"),
      .init("cooccurrence {family} -o {file:network.svg} --picture network", "A picture"),
      .init("crosstab {family} --by {attribute} -o {file:bars.svg} --picture stacked", "Another"),
      .init("log --exports", "What was written, and when"),
      .init("info", "What the study holds"),
    ], more: ["counting", "exchange"])

  static let undo = HelpTopic(
    name: "undo", title: "Go back, and keep safe",
    text: """
      Every command that changes the study is one act in its log, and can be taken back, also tomorrow. Draad keeps copies \
      by itself. Only what is erased for a participant who withdraws does not come back: 'case erase' and 'remove --erase'.
      """,
    examples: [
      .init("tag {place} {code}", "Something to take back"),
      .init("undo", "Take it back"),
      .init("redo", "Make it again"),
      .init("undo 2", "Take two back"),
      .init("log", "What was done, by whom and when"),
      .init("log --undoable", "What can still be taken back"),
      .init("backup {file:safe.draad}", "A copy of the study as it is"),
      .init("backups", "The copies Draad made"),
      .init("check", "Is the file whole?"),
    ], more: ["merging", "scripts"])

  static let shell = HelpTopic(
    name: "shell", title: "Keys and habits of the line",
    text: """
      Tab completes commands, options, codes, transcripts, values and files; twice shows what there is. What appears in \
      faint letters was typed before: → or End takes it, Alt-F a word of it. ↑ goes back, Ctrl-R searches what was typed, \
      Ctrl-A and Ctrl-E go to the ends, Ctrl-W takes a word away. Ctrl-C drops a line or stops a command, Ctrl-D leaves. \
      Several lines may be pasted at once. Long results go to the pager: q leaves it, arrows move.
      """,
    examples: [
      .init("use where {where}", "A filter for what follows; see 'help filters'"),
      .init("clear", "No filter"),
      .init("last --format csv", "The last result in another form"),
      .init("set", "How the shell is set"),
      .init("set pipes on", "Results may go on into a program"),
      .init("frequencies {family} | head -5", "As here"),
      .init("set hints off", "Nothing in faint letters"),
    ], more: ["coding", "searching", "counting"])

  static let scripts = HelpTopic(
    name: "scripts", title: "Commands in a file, and from outside",
    text: """
      A file with a command a line is carried out by 'run', up to the first that fails; # begins a remark. Outside of the \
      shell each command is typed after 'draad -s STUDY.draad'. It ends with 0 when done, 1 when nothing was found, 2 when \
      it could not be done, 64 when it was not understood.
      """,
    examples: [
      .init("run {file:report.txt}", "Carry out the lines of a file"),
      .init("# frequencies of both waves", "A remark"),
      .init("draad frequencies {family} --format csv", "In the shell 'draad' may stay"),
      .init("set pipes on", "In a script, for its own lines"),
    ], more: ["reports", "undo"])
}
