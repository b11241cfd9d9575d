import ArgumentParser
import Foundation
import Model
import Workbench

struct Backup: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the study, as it is now, to another file",
    discussion: """
      The copy is read back and compared before it gets its name. It is a study like the first; packed, where its name ends \
      in .gz, as in: backup np-onderwijs.draad.gz
      """)
  @Argument(help: "The file to make")
  var file: String
  @Flag(name: .long, help: "Overwrite the file")
  var force = false

  func run(on workbench: Workbench, _ console: Console) throws {
    console.result(try workbench.backup(to: file, replacing: force))
  }
}

/// A command about the copies that Draad makes by itself, carried out by the session, which knows where they go.
protocol CopyCommand: ParsableCommand {
  func run(on workbench: Workbench, _ memory: CopyMemory, _ console: Console) throws
  /// For a study that cannot be opened; false where nothing can be done then.
  func run(onPath study: String, _ memory: CopyMemory, _ console: Console) throws -> Bool
}

struct Backups: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backups", abstract: "List the copies that Draad made by itself, or go back to one",
    discussion: """
      A copy is made before the first change of a day, and before a newer Draad changes the file. Of the daily ones the last 7 \
      days stay, the last of each of 4 weeks and the last of each of 12 months. DRAAD_BACKUPS says where they go, before \
      'backups keep-in': a folder, or off.
      """,
    subcommands: [List.self, Restore.self, KeepIn.self], defaultSubcommand: List.self)

  struct List: CopyCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the copies, the newest first")
    @OptionGroup var output: OutputOptions

    func run(on workbench: Workbench, _ memory: CopyMemory, _ console: Console) throws {
      try console.show(try workbench.copiesTable(), output)
    }

    func run(onPath study: String, _ memory: CopyMemory, _ console: Console) throws -> Bool {
      try console.show(Workbench.copiesTable(of: study, memory.setting(ofStudy: "")), output)
      return true
    }
  }

  struct Restore: CopyCommand {
    static let configuration = CommandConfiguration(
      commandName: "restore", abstract: "Make a new study of a copy; the study itself stays as it is",
      discussion: "As in: backups restore 2026-11-20 as-it-was.draad")
    @Argument(help: "The day of a copy, its name in the list, or a file")
    var copy: String
    @Argument(help: "The study to make")
    var file: String

    func run(on workbench: Workbench, _ memory: CopyMemory, _ console: Console) throws {
      console.result(try workbench.restore(copy, to: file))
    }

    func run(onPath study: String, _ memory: CopyMemory, _ console: Console) throws -> Bool {
      console.result(try Workbench.restore(copy, of: study, memory.setting(ofStudy: ""), to: file))
      return true
    }
  }

  struct KeepIn: CopyCommand {
    static let configuration = CommandConfiguration(
      commandName: "keep-in", abstract: "Say where the copies of this study go",
      discussion: "It is remembered on this machine. As in: backups keep-in /media/usb/copies")
    @Argument(help: "A folder; or beside, for one beside the study; or off")
    var folder: String

    func run(on workbench: Workbench, _ memory: CopyMemory, _ console: Console) throws {
      let isFolder = !["beside", "off"].contains(folder) && !folder.hasPrefix("/")
      let setting = isFolder ? FileManager.default.currentDirectoryPath + "/" + folder : folder
      guard memory.remember(setting, ofStudy: workbench.guid) else {
        throw Problem(
          "Where copies go cannot be remembered on this machine.",
          hint: "Set it in the environment: DRAAD_BACKUPS=FOLDER")
      }
      console.result(try workbench.copiesGo(setting))
    }

    func run(onPath study: String, _ memory: CopyMemory, _ console: Console) throws -> Bool { false }
  }
}

/// Where copies of a study go, as it was said on this machine.
struct CopyMemory: Sendable {
  private let memory: StudyMemory
  private let said: String?

  init(_ environment: [String: String]) {
    memory = StudyMemory("backups", environment)
    said = environment["DRAAD_BACKUPS"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// `beside`, `off` or a folder.
  func setting(ofStudy guid: String) -> String { said ?? memory.value(ofStudy: guid) ?? "beside" }

  func remember(_ setting: String, ofStudy guid: String) -> Bool { memory.remember(setting, ofStudy: guid) }
}
