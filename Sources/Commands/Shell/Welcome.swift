import Foundation
import Model

/// What `draad` says on a terminal when it is given nothing: opens the study of the folder, or offers one.
struct Welcome {
  enum Answer: Equatable {
    case open(String)
    case make(String)
    case sample
    case leave
  }

  /// The studies in the folder, by name.
  let studies: [String]
  /// Puts a question to the person and gives the line that comes back, nil at the end of input.
  let ask: (String) -> String?

  func answer() -> Answer {
    if studies.count == 1 { return .open(studies[0]) }
    return studies.isEmpty ? offer() : choose()
  }

  private func choose() -> Answer {
    let list = studies.enumerated().map { "  \($0.offset + 1)  \($0.element)\n" }.joined()
    var question = "There are \(studies.count) studies in this folder.\n\(list)Which one? (a number; Enter leaves) "
    while let typed = ask(question)?.trimmed, !typed.isEmpty {
      if let number = Int(typed), studies.indices.contains(number - 1) { return .open(studies[number - 1]) }
      if studies.contains(typed) { return .open(typed) }
      question = "Type a number from 1 to \(studies.count), or Enter to leave: "
    }
    return .leave
  }

  private func offer() -> Answer {
    var question = """
      There is no study in this folder.
        1  make a new one
        2  open the sample: invented interviews at fourteen schools, to look around in
      Which one? (1 or 2; Enter leaves) 
      """
    while let typed = ask(question)?.trimmed, !typed.isEmpty {
      if typed == "2" { return .sample }
      if typed == "1" {
        guard let name = ask("What is it to be called? ")?.trimmed, !name.isEmpty else { return .leave }
        return .make(name)
      }
      question = "Type 1 or 2, or Enter to leave: "
    }
    return .leave
  }
}

extension Session {
  /// Begins where nothing was said but `draad`; nil where nobody sits at a terminal to be asked.
  func begin() -> Int32? {
    guard console.isTerminal, let ask = console.ask else { return nil }
    isConversing = true
    if (try? StudyFinder.find(environment)) != nil { return run(["shell"]) }
    switch Welcome(studies: StudyFinder.here(), ask: ask).answer() {
    case .leave: return 0
    case .open(let study): return converse(on: study)
    case .make(let name): return converse(after: ["new", name])
    case .sample:
      let folder = "draad-sample"
      let known = folder + "/np-onderwijs.draad"
      return FileManager.default.fileExists(atPath: known) ? converse(on: known) : converse(after: ["demo", folder])
    }
  }

  private func converse(after words: [String]) -> Int32 {
    let code = run(words)
    return code == 0 ? run(["shell"]) : code
  }
}
