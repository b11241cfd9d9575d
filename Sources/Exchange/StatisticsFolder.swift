public import Model

/// A study as sheets for a statistics program, one kind of thing a sheet, with a script that loads them as data frames.
public enum StatisticsFolder {
  public enum Program: String, Sendable {
    case r
    case python
  }

  /// The files of the folder.
  ///
  /// Positions are Unicode code points, end exclusive; times are seconds.
  public static func files(of study: WholeStudy, for program: Program) -> [(name: String, bytes: [UInt8])] {
    let sheets = StatisticsSheets(study)
    let all: [(String, String)] = [
      ("transcripts.csv", sheets.transcripts), ("cases.csv", sheets.cases), ("speakers.csv", sheets.speakers),
      ("segments.csv", sheets.segments), ("codes.csv", sheets.codes), ("codings.csv", sheets.codings),
      ("memos.csv", sheets.memos), marker(of: program, study.name),
    ]
    return all.map { ($0.0, Array($0.1.utf8)) }
  }

  /// The name of the script, by which such a folder is known.
  public static func script(for program: Program) -> String { program == .r ? "load.R" : "load.py" }

  private static func marker(of program: Program, _ name: String) -> (String, String) {
    let title = TransferReport.shown(name)
    return (script(for: program), program == .r ? rScript(title) : pythonScript(title))
  }

  /// What a sheet has columns of besides attributes.
  private struct Columns {
    var sheet: String
    var texts: [String]
    var numbers: [String] = []
  }

  /// All columns of a sheet that are not named here are attributes, whatever they are called.
  private static let columns = [
    Columns(sheet: "transcripts", texts: ["transcript", "case", "format", "text"]),
    Columns(sheet: "cases", texts: ["case"]),
    Columns(sheet: "speakers", texts: ["transcript", "speaker", "role"]),
    Columns(
      sheet: "segments", texts: ["transcript", "case", "speaker", "role", "text"],
      numbers: ["segment", "turn", "seconds", "start", "end"]),
    Columns(
      sheet: "codes", texts: ["code", "name", "parent", "definition", "use", "not", "example", "color"],
      numbers: ["level"]),
    Columns(
      sheet: "codings", texts: ["transcript", "case", "code", "coder", "text"],
      numbers: ["first_segment", "last_segment", "start", "end"]),
    Columns(
      sheet: "memos", texts: ["about", "case", "transcript", "code", "coder", "at", "text"], numbers: ["start", "end"]),
  ]

  private static func quoted(_ names: [String]) -> String { names.map { "\"\($0)\"" }.joined(separator: ", ") }

  private static func rScript(_ title: String) -> String {
    """
    # Loads the study '\(title)' as data frames:
    # transcripts, cases, speakers, segments, codes, codings, memos.
    # In R, in this folder: source("load.R"); from elsewhere: source("FOLDER/load.R", chdir = TRUE).
    # Positions count characters from 0, end exclusive: substr(text, start + 1, end). No value is NA.

    # Attributes are text, but numbers where each value is written as a number is: 7 and 7.5, not 07, 7.50 or 1e5.
    as_numbers <- function(values) {
      given <- values[!is.na(values)]
      plain <- grepl("^-?(0|[1-9][0-9]*)([.][0-9]*[1-9])?$", given) & given != "-0" & nchar(given) <= 15
      if (length(given) > 0 && all(plain)) as.numeric(values) else values
    }

    read_sheet <- function(name, texts, numbers = character()) {
      frame <- utils::read.csv(
        paste0(name, ".csv"), colClasses = "character", na.strings = "", check.names = FALSE, encoding = "UTF-8")
      for (column in names(frame)) {
        if (column %in% numbers) {
          frame[[column]] <- as.numeric(frame[[column]])
        } else if (!(column %in% texts)) {
          frame[[column]] <- as_numbers(frame[[column]])
        }
      }
      frame
    }

    \(calls("<-", list: ("c(", ")")))

    """
  }

  private static func pythonScript(_ title: String) -> String {
    """
    \"\"\"Loads the study '\(title.replacing("\\", with: "/").replacing("\"", with: "'"))' as pandas data frames.

    In Python, in this folder: from load import *
    gives transcripts, cases, speakers, segments, codes, codings, memos.
    Positions count characters from 0, end exclusive: text[start:end]. No value is missing (NaN).
    \"\"\"

    import re
    from pathlib import Path

    import pandas

    # Attributes are text, but numbers where each value is written as a number is: 7 and 7.5, not 07, 7.50 or 1e5.
    PLAIN = re.compile("-?(0|[1-9][0-9]*)([.][0-9]*[1-9])?")


    def as_numbers(values):
        given = list(values.dropna())
        plain = all(PLAIN.fullmatch(value) and value != "-0" and len(value) <= 15 for value in given)
        return pandas.to_numeric(values) if given and plain else values


    def read_sheet(name, texts, numbers=()):
        path = Path(__file__).with_name(name + ".csv")
        frame = pandas.read_csv(path, dtype=str, keep_default_na=False, na_values=[""], encoding="utf-8")
        for column in frame.columns:
            if column in numbers:
                frame[column] = pandas.to_numeric(frame[column])
            elif column not in texts:
                frame[column] = as_numbers(frame[column])
        return frame


    \(calls("=", list: ("[", "]")))

    """
  }

  /// A line a sheet that loads it.
  private static func calls(_ sign: String, list: (open: String, close: String)) -> String {
    columns.map { columns in
      let lists = ([columns.texts, columns.numbers].filter { !$0.isEmpty }).map { list.open + quoted($0) + list.close }
      return "\(columns.sheet) \(sign) read_sheet(\"\(columns.sheet)\", \(lists.joined(separator: ", ")))"
    }.joined(separator: "\n")
  }
}
