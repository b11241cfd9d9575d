import ArgumentParser
import Model
import Workbench

/// The units of segmentation, as an option.
enum SegmentOption: String, CaseIterable, ExpressibleByArgument {
  case turn, paragraph, sentence

  var unit: SegmentUnit {
    switch self {
    case .turn: .turn
    case .paragraph: .paragraph
    case .sentence: .sentence
    }
  }
}

struct Transcripts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transcripts", abstract: "List the transcripts, or load their attributes",
    subcommands: [List.self, Load.self], defaultSubcommand: List.self)

  struct List: WorkbenchCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the transcripts")
    @OptionGroup var list: ListOptions
    @OptionGroup var output: OutputOptions

    func run(on workbench: Workbench, _ console: Console) throws {
      try console.show(
        try list.arranged(
          workbench.transcriptsTable(where: list.where, withDigest: !Output.isForReading(output.request(console)))),
        output)
    }
  }

  struct Load: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "load", abstract: "Load attributes of transcripts from a sheet: transcript,attribute,...")
    @Argument(help: "A CSV file")
    var file: String

    func run(on workbench: Workbench, _ console: Console) throws {
      console.result(try workbench.loadTranscripts(file).summary)
    }
  }
}

struct Show: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a transcript, or some of its segments, with their codes")
  @Argument(help: "A transcript, as s01-team or s01-team:12-14")
  var transcript: String

  @Argument(help: "Segments, as 12 or 12-14")
  var segments: String?

  @Option(name: .long, help: "How many segments at most; 0 for all") var limit: Int?
  @OptionGroup var output: OutputOptions
  @OptionGroup var filter: FilterOptions

  func run(on workbench: Workbench, _ console: Console) throws {
    let limit = try limit.orAll
    let address = segments.map { "\(transcript):\($0)" } ?? transcript
    let request = output.request(console)
    if Output.isForReading(request) {
      try console.show(try workbench.segments(at: address, filter.request, limit: limit), output)
    } else {
      try console.show(
        try workbench.segmentsTable(at: address, filter.request).arranged(sort: nil, limit: limit), output)
    }
  }
}

struct SegmentCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment", abstract: "Cut a transcript into other segments; codings stay on their words")
  @Argument(help: "A transcript")
  var transcript: String

  @Option(name: .long, help: "What a segment is: turn, paragraph or sentence")
  var by: SegmentOption

  func run(on workbench: Workbench, _ console: Console) throws {
    console.result(try workbench.segment(transcript, by: by.unit).summary)
  }
}

struct Remove: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove a transcript with its codings; undo brings them back",
    discussion: """
      With --erase it is taken out for good, for a participant who withdraws: out of text, kept files, index and log; undo \
      does not bring it back.
      """)
  @Argument(help: "A transcript")
  var transcript: String
  @Flag(name: .long, help: "Take it out for good; nothing done before can be undone any more")
  var erase = false
  @Flag(name: .long, help: "With --erase: really")
  var yes = false
  @Flag(name: .long, help: "With --erase: remove the copies of the study that Draad made, too")
  var copies = false

  func run(on workbench: Workbench, _ console: Console) throws {
    guard !erase else {
      for line in try workbench.erase(transcript: transcript, confirmed: yes, withCopies: copies) {
        console.result(line)
      }
      return
    }
    console.result(try workbench.remove(transcript).summary)
  }
}

struct Cases: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cases", abstract: "List the cases, or load what is known of them",
    subcommands: [List.self, Load.self, Assign.self, Set.self], defaultSubcommand: List.self)

  struct List: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the cases and their attributes")
    @OptionGroup var list: ListOptions
    @OptionGroup var output: OutputOptions

    func run(on workbench: Workbench, _ console: Console) throws {
      try console.show(
        try list.arranged(
          workbench.casesTable(where: list.where, counting: Output.isForReading(output.request(console)))), output)
    }
  }

  struct Load: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "load", abstract: "Load cases and their attributes from a sheet: case,attribute,...")
    @Argument(help: "A CSV file")
    var file: String

    func run(on workbench: Workbench, _ console: Console) throws {
      console.result(try workbench.loadCases(file).summary)
    }
  }

  struct Assign: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "assign", abstract: "Put transcripts into cases from a sheet: transcript,case")
    @Argument(help: "A CSV file")
    var file: String

    func run(on workbench: Workbench, _ console: Console) throws {
      console.result(try workbench.assignCases(file).summary)
    }
  }

  struct Set: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "Set attributes of a case: sector=vo")
    @Argument(help: "A case")
    var name: String

    @Argument(help: "attribute=value, several values with | between")
    var settings: [String]

    func run(on workbench: Workbench, _ console: Console) throws {
      console.result(try workbench.setCase(name, settings).summary)
    }
  }
}

struct Speakers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speakers", abstract: "List the speakers, give them roles, make two spellings one",
    subcommands: [List.self, Names.self, Role.self, Merge.self], defaultSubcommand: List.self)

  struct List: WorkbenchCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the speakers and their roles")
    @OptionGroup var list: ListOptions
    @OptionGroup var output: OutputOptions

    func run(on workbench: Workbench, _ console: Console) throws {
      try console.show(try list.arranged(workbench.speakersTable(where: list.where)), output)
    }
  }

  struct Role: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "role", abstract: "Give a speaker a role, in every transcript or in one")
    @Argument(help: "The name of the speaker")
    var name: String

    @Argument(help: "The role, as schoolleider")
    var role: String

    @Option(name: .customLong("in"), help: "Only in this transcript")
    var transcript: String?

    func run(on workbench: Workbench, _ console: Console) throws {
      console.result(try workbench.setRole(role, ofSpeaker: name, in: transcript).summary)
    }
  }

  struct Names: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "names", abstract: "List each name once, with the names that are spelt nearly so")
    @OptionGroup var rows: RowOptions
    @OptionGroup var output: OutputOptions

    func run(on workbench: Workbench, _ console: Console) throws {
      try console.show(try rows.arranged(workbench.speakerNamesTable()), output)
    }
  }

  struct Merge: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge", abstract: "Make two spellings of a name one speaker; the text stays as it is")
    @Argument(help: "The spelling that goes")
    var name: String

    @Argument(help: "The spelling that stays")
    var into: String

    @Option(name: .customLong("in"), help: "Only in this transcript")
    var transcript: String?

    func run(on workbench: Workbench, _ console: Console) throws {
      console.result(try workbench.mergeSpeaker(name, into: into, in: transcript).summary)
    }
  }
}
