/// What was typed beside a talk, as Zoom saves it: `10:02:11 From Anna to Everyone:`.
enum ChatLog {
  /// Whether the first line with words is one of a chat.
  static func opens(_ bytes: [UInt8]) -> Bool {
    let start = bytes.skippingSpace(from: 0, to: bytes.count)
    let line = start..<bytes.lineEnd(from: start)
    guard let stamp = TimeStamp(bytes, at: start, to: line.upperBound), stamp.frame == .bare else { return false }
    let name = bytes.skippingBlanks(from: stamp.end, to: line.upperBound)
    guard ["From ", "Van "].contains(where: { bytes[name..<line.upperBound].starts(with: $0.utf8) }) else {
      return false
    }
    guard let head = LineHead(of: line, in: bytes) else { return false }
    return head.form == .colon && head.name.lowerBound > name
  }

  static func note(on file: SourceFile) -> IntakeProblem {
    IntakeProblem(
      file: file.name, "This looks like a chat: what was typed, at times of the day and not of the recording.", .note)
  }
}
