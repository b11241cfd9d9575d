import Coding
import Foundation
import Intake
public import Model
import Retrieval
import Store

/// An open study, and what can be asked of it and done to it.
///
/// Every change is one transaction and one act.
public final class Workbench {
  let store: StudyStore
  /// Who codes.
  public var coder: String?
  /// The line that is being carried out, as typed, for the log.
  public var line = ""
  /// The same as a command line takes it, for recipes.
  public var command = ""
  let clock: () -> String
  private var knownCodebook: Codebook?
  /// What is known of the study is of this version of its content.
  private var knownVersion: Int?

  /// Where copies go that are made by themselves.
  var copies: CopySetting

  public var path: String { store.path }
  /// The study's own mark, the same wherever the file goes.
  public var guid: String { (try? store.study("guid")) ?? "" }

  private init(_ store: StudyStore, copies: (String) -> CopySetting, clock: @escaping () -> String) throws {
    self.store = store
    self.clock = clock
    self.copies = copies(try store.study("guid") ?? "")
    if !store.isReadOnly { try store.keepDailyCopies(self.copies, clock: clock) }
  }

  /// Makes a study file; one that is there already is refused.
  ///
  /// `copies` tells for the mark of a study where copies go that are made by themselves, as typed: `beside`, `off` or a folder.
  public static func new(
    _ path: String, language: String = "nl", copies: @escaping (String) -> String = { _ in "" },
    clock: @escaping () -> String = Workbench.now
  ) throws -> Workbench {
    guard !path.trimmed.isEmpty else { throw Problem("The study needs a name.", hint: "draad new FILE", kind: .usage) }
    guard !language.isEmpty, language.allSatisfy({ $0.isLetter || $0 == "_" || $0 == "-" }) else {
      throw Problem("'\(language)' is no language.", hint: "Write it as nl or en: new FILE --language nl", kind: .usage)
    }
    let named = (path as NSString).pathExtension.isEmpty ? path + ".draad" : path
    return try Workbench(
      StudyStore.create(at: named, language: language, now: clock()), copies: { CopySetting(copies($0)) }, clock: clock)
  }

  /// `wait` is how many seconds another program's write is waited for; `notice` is told of what is no answer, from any thread.
  public static func open(
    _ path: String, wait: Double = 5, copies: @escaping (String) -> String = { _ in "" },
    clock: @escaping () -> String = Workbench.now, notice: @escaping @Sendable (Problem) -> Void = { _ in }
  ) throws -> Workbench {
    let notices = Notices()
    notices.tell(notice)
    let copies = { CopySetting(copies($0)) }
    return try Workbench(
      StudyStore.open(path, wait: wait, copies: copies, notices: notices), copies: copies, clock: clock)
  }

  public func close() { store.close() }

  /// Whether a path leads to the file of this study.
  public func isIn(_ path: String) -> Bool { store.isIn(path) }

  /// What is to be said of the place where the study lies, as that it is a network share; nil where nothing is.
  public var placeWarning: Problem? { store.placeWarning }

  /// Stops what is running, from another thread.
  public private(set) lazy var interrupter = Interrupter(store.stopSign)

  /// The time as ISO 8601, UTC, whole seconds.
  public static func now() -> String { Date().formatted(.iso8601) }

  /// The text of a file that a person wrote, in whatever encoding: a script, a sheet, a codebook.
  public static func text(ofScript path: String) throws -> String {
    try text(of: try SourceFiles.bytes(of: path), in: path)
  }

  /// The text of the bytes of a file.
  static func text(of bytes: [UInt8], in path: String) throws -> String {
    let decoded = DecodedText(SourceFile(name: path, bytes: bytes))
    if let refused = decoded.problems.first(where: { $0.severity == .refused }) {
      throw Problem(refused.text, file: refused.file, line: refused.line, hint: refused.hint)
    }
    return decoded.text
  }

  func act(_ summary: String = "") -> Act { Act(at: clock(), coder: coder, line: line, summary: summary) }

  func codebook() throws -> Codebook {
    if let knownCodebook { return knownCodebook }
    let codebook = try store.codebook()
    knownCodebook = codebook
    return codebook
  }

  func forgetCodebook() { knownCodebook = nil }

  /// Carries out what reads the study and then changes it: where another program changed the study in between, it is done anew.
  public func request<Answer>(_ work: () throws -> Answer) throws -> Answer {
    defer { store.endRequest() }
    for _ in 0..<Self.mostTries {
      let version = try store.beginRequest()
      if version != knownVersion { forgetCodebook() }
      knownVersion = version
      do { return try work() } catch is StudyMovedOn {}
    }
    throw Problem(
      "The study '\(store.name)' is changed by another program all the time; nothing was changed here.",
      hint: "Try again in a moment.")
  }

  private static let mostTries = 50

  func requireCoder() throws -> String {
    guard let coder else {
      throw Problem("Nobody is named who codes.", hint: "Say who: coder NAME, or --as NAME on the command line.")
    }
    return coder
  }

  /// The code a person means by a key, a name or the start of a name.
  func code(_ typed: String) throws -> Code {
    let codebook = try codebook()
    guard !codebook.codes.isEmpty else {
      throw Problem("The study has no codebook yet.", hint: "Load one with: codebook load FILE")
    }
    return try CodeNames(codebook, fold: { Folding.fold($0) }, nearest: Self.candidates).code(
      typed)
  }

  /// Names that a mistyped one may stand for: those with the word in them, then those spelled alike.
  private static func candidates(for typed: String, among names: [String]) -> [String] {
    let word = Folding.fold(typed)
    let containing = names.filter { word.count > 3 && Folding.fold($0).contains(word) }
    let alike = Nearest.names(to: typed, among: names).filter { !containing.contains($0) }
    return Array((containing + alike).prefix(3))
  }

  /// The indices of codes that a person names for an analysis: a code brings its children, `=` names it alone; all when none is named.
  func codeIndices(_ typed: [String]) throws -> [Int] {
    let codebook = try codebook()
    let tree = codebook.tree
    guard !typed.isEmpty else {
      guard tree.count > 0 else {
        throw Problem("The study has no codebook yet.", hint: "Load one with: codebook load FILE")
      }
      return Array(0..<tree.count)
    }
    var wanted: Set<Int> = []
    for name in typed {
      let alone = name.hasPrefix("=")
      let key = try code(alone ? String(name.dropFirst()) : name).key
      guard let index = tree.keys.firstIndex(of: key) else { continue }
      wanted.formUnion(alone ? [index] : tree.family(of: index))
    }
    return wanted.sorted()
  }

  func unknownTranscript(_ name: String) throws -> Problem {
    let near = Nearest.names(to: name, among: try store.transcriptNames())
    let meant = near.isEmpty ? "" : "Did you mean \(near.map { "'\($0)'" }.joined(separator: ", "))? "
    return Problem("No transcript named '\(name)'.", hint: meant + "'transcripts' lists all transcripts.")
  }
}
