import ArgumentParser
import Foundation
import Model
import Workbench

/// Carries out commands, one after the other, on one open study: what the command line and the shell have in common.
final class Session {
  let console: Console
  let environment: [String: String]
  let clock: () -> String
  /// As named by `-s`, before a study is open.
  private var studyPath: String?
  private(set) var workbench: Workbench?
  private var coder: String?
  private(set) var isInScript = false
  /// Lines come from a person in the shell, one after the other.
  var isConversing = false
  /// The walk through the sample study that is going on.
  var tour: Tour?
  /// The filter that commands share.
  var shared = SharedFilter()
  var settings = ShellSettings()
  /// While a command runs that has the shared filter in its words.
  private var isApplied = false
  private let memory: CoderMemory
  let copies: CopyMemory

  init(
    console: Console, environment: [String: String] = ProcessInfo.processInfo.environment,
    study: String? = nil, coder: String? = nil, clock: @escaping () -> String = Workbench.now
  ) {
    self.console = console
    self.environment = environment
    self.clock = clock
    studyPath = study
    self.coder = [coder, environment["DRAAD_CODER"]].compactMap { $0?.trimmed }.first { !$0.isEmpty }
    memory = CoderMemory(environment: environment)
    copies = CopyMemory(environment)
  }

  func close() {
    workbench?.close()
    workbench = nil
  }

  /// Carries out one command and gives its exit code: 0 done, 1 nothing found, 2 failed, 64 wrong usage.
  @discardableResult
  func run(_ words: [String], line: String? = nil) -> Int32 {
    console.measure()
    do {
      try CommandNames.check(words)
      if words.first == "help", !words.contains(where: { $0.hasPrefix("-") }) {
        help(Array(words.dropFirst()))
        return 0
      }
      try perform(Draad.parseAsRoot(words), words, line: line ?? CommandLineText.joined(words))
      return 0
    } catch let problem as Problem {
      console.problem(problem)
      switch problem.kind {
      case .nothingFound: return 1
      case .refused: return 2
      case .usage: return 64
      }
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      let message = Draad.fullMessage(for: error)
      guard Draad.exitCode(for: error).isSuccess else {
        console.message(message)
        return 64
      }
      console.result(message)
      return 0
    }
  }

  private func perform(_ command: any ParsableCommand, _ words: [String], line: String) throws {
    switch command {
    case let command as New: try make(command)
    case let command as CoderCommand: try changeCoder(command.name)
    case let command as Run: try runScript(command.script)
    case let command as any CopyCommand: try run(command)
    case is ShellCommand:
      guard !isInScript else { throw Problem("A script cannot open the shell.", hint: "Leave 'shell' out of it.") }
      try Shell(self).converse()
    case let command as Read:
      guard !isInScript else {
        throw Problem("A script cannot open the reading mode.", hint: "Leave 'read' out of it; 'tag' puts codes.")
      }
      noteThatFilterDoesNotHold()
      try read(command, line: line)
    case let command as Rescue:
      // Bytes are read of it, which may be done only of a study that is not open here; the next command opens it again.
      if workbench?.isIn(command.damaged) == true { close() }
      try runAlone(command, words)
    case let command as any StandaloneCommand where command.isStandalone:
      try runAlone(command, words)
    case let command as Use: try use(command.words)
    case let command as SetCommand: try set(command.name, command.value)
    case is Clear: clearContext()
    case let command as Demo: try makeSample(command)
    case let command as TourCommand: try walk(command)
    case let command as Last: try showLast(command.output)
    case let command as Save: try save(command)
    case let command as any SharesFilter where !shared.isEmpty && !isApplied:
      let parts = type(of: command).shares
      if let note = shared.only(.all.subtracting(parts)).noteThatItDoesNotHold { console.note(note) }
      let words = shared.only(parts).applied(to: words)
      isApplied = true
      defer { isApplied = false }
      try perform(Draad.parseAsRoot(words), words, line: line)
    case let command as any WorkbenchCommand:
      if let all = command as? any LooksAtAll, all.looksAtAll { noteThatFilterDoesNotHold() }
      let workbench = try open()
      workbench.line = line
      workbench.command = CommandLineText.joined(words)
      defer { keepExports(in: workbench) }
      try console.patiently { try workbench.request { try command.run(on: workbench, console) } }
    default:
      // ArgumentParser's own `help`, and groups without a default: they answer by throwing.
      var command = command
      try command.run()
    }
  }

  private func noteThatFilterDoesNotHold() {
    if let note = shared.noteThatItDoesNotHold { console.note(note) }
  }

  private func runAlone(_ command: any StandaloneCommand, _ words: [String]) throws {
    let interrupter = workbench?.interrupter
    try console.patiently {
      try command.runAlone(console, command: CommandLineText.joined(words)) { try interrupter?.goOn() }
    }
  }

  func keepExports(in workbench: Workbench) {
    for file in console.writtenFiles { workbench.recordExport(file) }
    console.writtenFiles = []
  }

  /// The open study; opens it the first time it is needed.
  func open() throws -> Workbench {
    if let workbench { return workbench }
    let path = try studyPath ?? StudyFinder.find(environment)
    let wait = environment["DRAAD_WAIT"].flatMap(Double.init).map { $0 >= 0 && $0 < 3600 ? $0 : 5 } ?? 5
    nonisolated(unsafe) let console = console
    let opened = try Workbench.open(path, wait: wait, copies: copies.setting, clock: clock) { console.note($0) }
    opened.coder = coder ?? memory.coder(ofStudy: opened.guid, at: opened.path)
    warnOfPlace(opened)
    workbench = opened
    return opened
  }

  /// Once for each study on this machine.
  private func warnOfPlace(_ workbench: Workbench) {
    guard let warning = workbench.placeWarning else { return }
    let told = StudyMemory("shares", environment)
    guard told.value(ofStudy: workbench.guid) == nil else { return }
    console.note(warning)
    told.remember(workbench.path, ofStudy: workbench.guid)
  }

  private func make(_ command: New) throws {
    let made = try Workbench.new(command.file, language: command.language, copies: copies.setting, clock: clock)
    adopt(made)
    console.result("Made the study \(made.path). Next: import transcripts, and load a codebook.")
  }

  /// Goes on with a study that was made just now.
  func adopt(_ made: Workbench) {
    made.coder = coder
    close()
    workbench = made
    studyPath = made.path
    warnOfPlace(made)
  }

  /// Opens the shell on a study.
  func converse(on study: String) -> Int32 {
    studyPath = study
    return run(["shell"])
  }

  func changeCoder(_ name: String?) throws {
    let workbench = try open()
    guard let name else {
      return console.result(workbench.coder.map { "\($0) codes." } ?? "Nobody is named who codes.")
    }
    let named = name.trimmed
    guard !named.isEmpty, !named.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
      throw Problem("A coder needs a name.", hint: "Say who: coder NAME", kind: .usage)
    }
    let known = try workbench.coderNames()
    coder = named
    workbench.coder = named
    if !memory.remember(named, ofStudy: workbench.guid, at: workbench.path) {
      console.message("That cannot be kept for the next time; name the coder there with --as.")
    }
    console.result("\(named) codes from now on.")
    guard !known.contains(named), let alike = Names.nearest(named, known).first else { return }
    console.note(
      Problem("There is a coder '\(alike)' already, and '\(named)' is another.", hint: "If that is you: coder \(alike)")
    )
  }

  /// What is asked of copies is answered also where the study itself cannot be opened.
  private func run(_ command: any CopyCommand) throws {
    do {
      let workbench = try open()
      try console.patiently { try command.run(on: workbench, copies, console) }
    } catch let problem as Problem where workbench == nil {
      guard let path = try? studyPath ?? StudyFinder.find(environment), try command.run(onPath: path, copies, console)
      else { throw problem }
    }
  }

  /// Carries out the lines of a file; stops at the first that does not succeed, and names it.
  private func runScript(_ path: String) throws {
    guard !isInScript else {
      throw Problem("A script cannot run another.", hint: "Put the lines of '\(path)' into the script itself.")
    }
    isInScript = true
    let kept = settings
    settings.pipes = false
    defer {
      isInScript = false
      settings = kept
    }
    let name = path == "-" ? "standard input" : path
    var text = ""
    if path == "-" {
      while let line = readLine(strippingNewline: false) { text += line }
    } else {
      text = try Workbench.text(ofScript: path)
    }
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if Shell.isFarewell(line.trimmed) { return }
      let code = run(line: String(line))
      // That nothing was found is an answer, no failure.
      if workbench?.interrupter.wasStopped == true {
        throw Problem("Stopped after line \(number + 1); what was done is in the study.", file: name)
      }
      guard code == 0 || code == 1 else {
        console.message("\(name):\(number + 1): stopped here: \(line.trimmed)")
        throw ExitCode(code)
      }
    }
  }

  /// What a shell of the system makes of `~`.
  private func withHome(_ word: String) -> String {
    guard let home = environment["HOME"] else { return word }
    for start in ["~/", "--output=~/"] where word.hasPrefix(start) {
      return start.dropLast(2) + home + "/" + word.dropFirst(start.count)
    }
    return word
  }

  /// Carries out a line as it is typed in the shell.
  @discardableResult
  func run(line: String) -> Int32 {
    do {
      if let piped = PipedLine(line) { return try run(piped, in: line) }
      let words = try ShellLine.words(line).map(withHome)
      guard !words.isEmpty else { return 0 }
      let code = run(words, line: line.trimmed)
      if !isInScript, code == 0 { tellTour(words) }
      return code
    } catch {
      console.problem(error)
      return 64
    }
  }
}

/// Finds the study where none was named.
enum StudyFinder {
  static func find(_ environment: [String: String]) throws -> String {
    if let named = environment["DRAAD_STUDY"], !named.isEmpty { return named }
    let studies = here()
    guard studies.count <= 1 else {
      throw Problem(
        "There are \(studies.count) studies in this folder: \(studies.joined(separator: ", ")).",
        hint: "Say which: draad -s \(studies[0]) ...", kind: .usage)
    }
    guard let study = studies.first else {
      throw Problem(
        "There is no study in this folder.",
        hint: "Make one with: draad new FILE, name one: draad -s FILE ..., or look around in the sample: draad demo",
        kind: .usage)
    }
    return study
  }

  /// The studies in the folder one is in, by name.
  static func here() -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: FileManager.default.currentDirectoryPath)
    return (names ?? []).filter { $0.hasSuffix(".draad") }.sorted()
  }
}
