import Model

/// Utterances on their way to a transcript.
struct UtteranceDraft {
  let file: SourceFile
  let format: String
  let utterances: [Utterance]
  var encoding: TextEncoding?
  var problems: [IntakeProblem] = []

  func reading(_ options: ReadingOptions) -> Reading {
    let found = CueTurns(utterances, known: options.speakers)
    guard !found.turns.isEmpty else {
      let refusal = IntakeProblem(file: file.name, "'\(file.shortName)' holds no words.", .refused)
      return Reading(problems: problems + [refusal])
    }
    let transcript = Transcript(
      name: file.stem, format: format, text: String(decoding: found.text, as: UTF8.self), turns: found.turns,
      speakers: found.speakers)
    var reading = Reading(transcripts: [transcript], problems: problems)
    reading.encoding = encoding
    return reading
  }
}
