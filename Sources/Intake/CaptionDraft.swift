import Model

/// A file of captions on its way to a transcript.
struct CaptionDraft {
  let file: SourceFile
  let format: String
  let decoding: TextDecoding
  let sheet: CueSheet
  var frontMatter = FrontMatter()

  func reading(_ options: ReadingOptions) -> Reading {
    let found = CueTurns(sheet.cues, in: decoding.bytes, known: frontMatter.speakers + options.speakers)
    var problems = decoding.problems + brokenTimings
    guard !found.turns.isEmpty else {
      problems.append(
        IntakeProblem(
          file: file.name, "'\(file.shortName)' has no captions with words.", .refused,
          hint: "A caption is a line such as '00:00:05.000 --> 00:00:09.000' with words below it."))
      return Reading(problems: problems)
    }
    let transcript = Transcript(
      name: file.stem, format: format, text: String(decoding: found.text, as: UTF8.self), turns: found.turns,
      speakers: found.speakers, caseName: frontMatter.caseName, attributes: frontMatter.attributes)
    var reading = Reading(transcripts: [transcript], problems: problems)
    reading.encoding = decoding.encoding
    return reading
  }

  private var brokenTimings: [IntakeProblem] {
    guard let first = sheet.brokenTimings.first else { return [] }
    let count = counted(sheet.brokenTimings.count, "line with '-->' gives", "lines with '-->' give")
    return [
      IntakeProblem(
        file: file.name, line: first, "\(count) no times; the words below were joined to the caption before.", .warning)
    ]
  }
}
