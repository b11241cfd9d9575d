import Model
import Store

extension Mention {
  /// Where it is, and the command that changes it.
  var sentence: String {
    switch self {
    case .memo(let number): "memo \(number): memos edit \(number) WORDS"
    case .query(let name): "query '\(name)': query delete \(CommandText.quoted(name))"
    case .code(let key, let parts):
      "code '\(key)' (\(parts.joined(separator: ", "))): codebook export FILE, change it there, codebook load FILE"
    case .aCase(let name): "case '\(name)', in its name: case erase \(CommandText.quoted(name))"
    case .caseAttribute(let name, let attribute):
      "case '\(name)' (\(attribute)): cases set \(CommandText.quoted(name)) \(CommandText.quoted(attribute))=VALUE"
    case .transcript(let name): "transcript '\(name)', in its name"
    case .transcriptAttribute(let name, let attribute):
      "transcript '\(name)' (\(attribute)): transcripts load SHEET"
    case .speakerAttribute(let name, let transcript, let attribute):
      "speaker '\(name)' of '\(transcript)' (\(attribute))"
    case .fact(let name): "the \(name) of the study: codebook load FILE"
    }
  }
}

/// Names as a person types them in a command.
private enum CommandText {
  static func quoted(_ name: String) -> String { name.contains(" ") ? "\"\(name)\"" : name }
}
