import Foundation
import Model
import TestSupport
import Testing
import Workbench

@testable import Commands

/// What the topics of `help` say can be typed: here it is typed.
struct HelpTopicTests {
  /// A folder with a study in it, and all files that examples name.
  private final class Desk {
    let folder: TemporaryFolder
    let session: Session
    let path: String

    init(_ study: TemporaryFolder) throws {
      let folder = try TemporaryFolder()
      self.folder = folder
      path = folder["study.draad"]
      for name in try study.names() where name.contains(".") || name == "interviews" {
        try FileManager.default.copyItem(atPath: study[name], toPath: folder[name])
      }
      final class Spoken { var text = "" }
      let spoken = Spoken()
      session = Session(
        console: Console(out: { spoken.text += $0 }, error: { spoken.text += $0 }),
        environment: ["HOME": folder.path, "XDG_STATE_HOME": folder["state"]], study: path, coder: "Anna",
        clock: { "2026-01-02T03:04:05Z" })
      session.isConversing = true
      run = { [session] line in
        spoken.text = ""
        return (session.run(line: line), spoken.text)
      }
    }

    let run: (String) -> (code: Int32, said: String)

    deinit { session.close() }
  }

  /// The sample study, and files of every kind.
  private static func sample() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let corpus = RepositoryFiles.path("Corpus/np-onderwijs")
    let study = try Workbench.new(folder["study"], clock: { "2026-01-02T03:04:05Z" })
    defer { study.close() }
    _ = try study.importFiles([corpus])
    _ = try study.loadCodebook(RepositoryFiles.path("Codebooks/np-onderwijs.yaml"))
    _ = try study.loadCases(corpus + "/cases.csv")
    _ = try study.loadTranscripts(corpus + "/transcripts.csv")
    for coder in ["anna", "bram"] { _ = try study.loadCodings(corpus + "/codings-\(coder).csv", skipBad: false) }
    _ = try study.exportStudy(to: folder["other.qdpx"])
    try folder.write("Eva: Hoe ging het?\nWim: Het ging.\n", to: "talk.txt")
    try folder.write("Eva: Hoe ging het?\nWim: Het ging. Het liep uit.\n", to: "notes.txt")
    try folder.write("Eva: Hoe ging het?\nWim: Het ging.\n", to: "interviews/Noord/een.txt")
    try folder.write("case,grootte\nschool-01,klein\n", to: "cases.csv")
    try folder.write("transcript,case\ns01-leerlingen,school-01\n", to: "assigned.csv")
    try folder.write("transcript,ronde\ns01-leerlingen,1\n", to: "transcripts.csv")
    try folder.write("codes:\n  - key: nieuw\n    name: Nieuw\n", to: "codebook.yaml")
    try folder.write("kleur,aantal,%\nrood,1,50%\nblauw,1,50%\n", to: "printed.csv")
    try folder.write("# what is run\ninfo\n", to: "report.txt")
    return folder
  }

  @Test("Every example of every topic can be typed in the sample study")
  func examples() throws {
    let sample = try Self.sample()
    for topic in HelpTopic.all {
      let desk = try Desk(sample)
      _ = desk.run("info")
      let names = try #require(try desk.session.workbench?.studyNames())
      let line = ExampleLine(names: names, folder: desk.folder[""])
      for example in topic.examples {
        let typed = line.filled(example.line)
        let (code, said) = desk.run(typed)
        let wantsPerson = said.contains("no terminal") || said.contains("Nobody can be asked")
        #expect(code <= 1 || wantsPerson, "\(topic.name): \(typed)\n\(said)")
      }
    }
  }

  @Test(
    "A topic has a few words, names other topics or commands, and fits a screen", arguments: HelpTopic.all.map(\.name))
  func shape(name: String) throws {
    let topic = try #require(HelpTopic.named(name))
    #expect(!topic.title.hasSuffix(".") && topic.text.hasSuffix("."))
    for other in topic.more { try CommandNames.check(["help", other]) }
    let lines = HelpPage(line: ExampleLine(names: StudyNames())).topic(topic).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 25, "\(lines.count) lines")
    #expect(lines.filter { $0.count > 80 } == [])
  }

  @Test("Every command has an example, but for those that go on from a mark or a number")
  func coverage() {
    var left = CommandNames.names(below: Draad.self).map { ([$0.key], $0.value) }
    var without: [String] = []
    while let (path, node) = left.popLast() {
      left += CommandNames.names(below: node).map { (path + [$0.key], $0.value) }
      let isGroup = !node.configuration.subcommands.isEmpty
      let isDefault = path.last == "list" || path.last == "whole"
      if !isGroup, !isDefault, HelpTopic.examples(ofCommand: path).isEmpty {
        without.append(path.joined(separator: " "))
      }
    }
    #expect(
      without.sorted() == [
        "backups keep-in", "backups restore", "case erase", "demo", "disagreements decide", "new", "rescue", "shell",
        "tour", "transcript drop", "transcript place",
      ])
  }

  @Test("In a study without anything help is in the sample's names, and says so")
  func empty() throws {
    let folder = try TemporaryFolder()
    try Workbench.new(folder["study"], clock: { "2026-01-02T03:04:05Z" }).close()
    let desk = try Desk(folder)
    _ = desk.run("info")
    let (code, said) = desk.run("help merging")
    #expect(
      (code, said) == (
        0,
        """
        merging: work on copies and bring them together

        Make a copy for the other coder, work on both, and bring in what the copy has.
        What only one of the two changed needs no decision; where both changed the same
        thing you are asked. 'undo' takes a whole merge back.

          branch bram.draad               A copy for another coder
          diff bram.draad                 How the copy differs now
          merge bram.draad --dry-run      What bringing it in would do
          merge bram.draad                Bring it in
          merge bram.draad --prefer both  Without questions: keep both texts

        More: help coders, help undo

        """
      ))
    #expect(
      desk.run("help coding").said.contains(
        "This study has no codes and transcripts yet; the names are those of the sample\nstudy.\n"))
    #expect(desk.run("help tag").said.contains("\nEXAMPLES:\n  tag s01-leerlingen:2 U1 "))
  }
}
