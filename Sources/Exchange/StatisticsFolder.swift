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

  /// Columns that are numbers; all others are texts, whatever they look like.
  private static let numbers = [
    "segment", "turn", "start", "end", "words", "seconds", "first_segment", "last_segment", "level",
  ]

  private static func rScript(_ title: String) -> String {
    """
    # Loads the study '\(title)' as data frames:
    # transcripts, cases, speakers, segments, codes, codings, memos.
    # In R, in this folder: source("load.R"); from elsewhere: source("FOLDER/load.R", chdir = TRUE).
    # Positions count characters from 0, end exclusive: substr(text, start + 1, end). No value is NA.

    read_sheet <- function(name) {
      frame <- utils::read.csv(
        paste0(name, ".csv"), colClasses = "character", na.strings = "", check.names = FALSE, encoding = "UTF-8")
      numbers <- c(\(numbers.map { "\"\($0)\"" }.joined(separator: ", ")))
      known <- c("transcript", "case", "format", "speaker", "role", "text", "code", "name", "parent", "definition",
                 "coder", "about", "at", "use", "not", "example", "color")
      for (column in names(frame)) {
        if (column %in% numbers) {
          frame[[column]] <- as.numeric(frame[[column]])
        } else if (!(column %in% known)) {
          frame[[column]] <- utils::type.convert(frame[[column]], as.is = TRUE, na.strings = "")
        }
      }
      frame
    }

    transcripts <- read_sheet("transcripts")
    cases <- read_sheet("cases")
    speakers <- read_sheet("speakers")
    segments <- read_sheet("segments")
    codes <- read_sheet("codes")
    codings <- read_sheet("codings")
    memos <- read_sheet("memos")

    """
  }

  private static func pythonScript(_ title: String) -> String {
    """
    \"\"\"Loads the study '\(title.replacing("\\", with: "/").replacing("\"", with: "'"))' as pandas data frames.

    In Python, in this folder: from load import *
    gives transcripts, cases, speakers, segments, codes, codings, memos.
    Positions count characters from 0, end exclusive: text[start:end]. No value is missing (NaN).
    \"\"\"

    from pathlib import Path

    import pandas

    NUMBERS = {\(numbers.map { "\"\($0)\"" }.joined(separator: ", "))}
    TEXTS = {
        "transcript", "case", "format", "speaker", "role", "text", "code", "name", "parent", "definition",
        "coder", "about", "at", "use", "not", "example", "color",
    }


    def read_sheet(name):
        path = Path(__file__).with_name(name + ".csv")
        frame = pandas.read_csv(path, dtype=str, keep_default_na=False, na_values=[""], encoding="utf-8")
        for column in frame.columns:
            if column in NUMBERS:
                frame[column] = pandas.to_numeric(frame[column])
            elif column not in TEXTS:
                try:
                    frame[column] = pandas.to_numeric(frame[column])
                except (ValueError, TypeError):
                    pass
        return frame


    transcripts = read_sheet("transcripts")
    cases = read_sheet("cases")
    speakers = read_sheet("speakers")
    segments = read_sheet("segments")
    codes = read_sheet("codes")
    codings = read_sheet("codings")
    memos = read_sheet("memos")

    """
  }
}
