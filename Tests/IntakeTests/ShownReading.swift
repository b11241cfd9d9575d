import Model

@testable import Intake

/// A reading in a form that a test can compare whole: speakers, then a line for each turn, then the problems.
func shown(_ reading: Reading) -> String {
  reading.transcripts.map(shown).joined(separator: "\n---\n") + reading.problems.map { "\n" + shown($0) }.joined()
}

func shown(_ transcript: Transcript) -> String {
  let bytes = Array(transcript.text.utf8)
  let speakers = transcript.speakers.map { speaker in speaker.role.map { "\(speaker.name)=\($0)" } ?? speaker.name }
  let turns = transcript.turns.map { turn in
    let who = turn.speaker.map { transcript.speakers[$0].name } ?? "-"
    let time = turn.time.map { " \($0)" } ?? ""
    let label = quoted(bytes[turn.span.start..<turn.wordsStart])
    return "\(who)\(time) |\(label)|\(quoted(bytes[turn.wordsStart..<turn.span.end]))|"
  }
  return (["[\(speakers.joined(separator: ", "))]"] + turns).joined(separator: "\n")
}

func shown(_ problem: IntakeProblem) -> String {
  let place = problem.line.map { "\(problem.file):\($0)" } ?? problem.file
  return "\(problem.severity) \(place): \(problem.text)"
}

/// The turns of plain text.
func shown(_ text: String, ending: String = "txt", speakers: [Speaker] = []) -> String {
  shown(read(text, ending: ending, speakers: speakers))
}

func read(_ text: String, ending: String = "txt", speakers: [Speaker] = []) -> Reading {
  TranscriptReaders.read(SourceFile(name: "x.\(ending)", bytes: Array(text.utf8)), ReadingOptions(speakers: speakers))
}

private func quoted(_ bytes: ArraySlice<UInt8>) -> String {
  var text = ""
  for character in String(decoding: bytes, as: UTF8.self) {
    text += character == "\n" ? "\\n" : character == "\t" ? "\\t" : String(character)
  }
  return text
}

/// What is wrong with the turns of a transcript: they must be in order and cover the text; empty when all is well.
func flaws(of transcript: Transcript) -> [String] {
  var flaws: [String] = []
  let bytes = Array(transcript.text.utf8)
  var end = 0
  for (number, turn) in transcript.turns.enumerated() {
    if turn.span.start != end { flaws.append("turn \(number) starts at \(turn.span.start), not \(end)") }
    if turn.span.end <= turn.span.start { flaws.append("turn \(number) is empty") }
    if turn.wordsStart < turn.span.start || turn.wordsStart > turn.span.end { flaws.append("words of turn \(number)") }
    for offset in [turn.span.start, turn.wordsStart] where offset < bytes.count && bytes[offset] & 0xC0 == 0x80 {
      flaws.append("turn \(number) cuts a character")
    }
    if let speaker = turn.speaker, !transcript.speakers.indices.contains(speaker) { flaws.append("speaker \(speaker)") }
    end = turn.span.end
  }
  if end != bytes.count { flaws.append("turns end at \(end), the text at \(bytes.count)") }
  return flaws
}
