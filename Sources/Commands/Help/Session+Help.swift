import ArgumentParser
import Workbench

extension Session {
  /// Answers `help`, `help TOPIC` and `help COMMAND`, in the names of the study where one is open.
  func help(_ words: [String]) {
    guard !words.isEmpty else { return console.result(HelpPage.overview()) }
    let names = workbench.flatMap { try? $0.studyNames() } ?? StudyNames()
    let page = HelpPage(line: ExampleLine(names: names), width: console.width ?? 80)
    if let type = CommandNames.command(at: words) {
      console.result(page.command(type, path: words))
    } else if let topic = HelpTopic.named(words[0]) {
      console.result(page.topic(topic))
    }
  }
}
