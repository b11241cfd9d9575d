import CHunspell
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A Hunspell dictionary on disk, read into memory when it is first asked something.
///
/// Not safe to use from two threads at once: the library is not.
struct SpellingDictionary: ~Copyable {
  private let affixes: String
  private let words: String
  private var handle: OpaquePointer?
  /// What was asked lately: the parts of compounds return all the time.
  private var answers: [String: [Morphology]] = [:]
  private static let mostAnswers = 30_000
  /// Of the list of words, in bytes: tells one release of a dictionary from another.
  let size: Int

  /// All dictionaries of a process share a table of letters in the library, which counts its users without a lock: two
  /// that are made or freed at once on two threads would free it twice.
  private static let library = Mutex(())

  /// Where Debian and others put dictionaries.
  static let folders = [
    "/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/share/myspell", "/usr/local/share/hunspell",
  ]

  /// Finds the dictionary of a language (`nl`, `nl_BE`, `nl-BE`); nil when there is none.
  init?(language: String, folders: [String] = Self.folders) {
    let name = String(language.map { $0 == "-" ? "_" : $0 })
    guard name.allSatisfy({ $0.isLetter || $0 == "_" }), !name.isEmpty else { return nil }
    let capital = name == "en" ? "GB" : name.uppercased()
    let names = name.contains("_") ? [name] : [name, "\(name)_\(capital)"] + (name == "en" ? ["en_US"] : [])
    for folder in folders {
      for name in names {
        let path = "\(folder)/\(name)"
        var status = stat()
        guard access("\(path).aff", R_OK) == 0, access("\(path).dic", R_OK) == 0, stat("\(path).dic", &status) == 0
        else { continue }
        affixes = "\(path).aff"
        words = "\(path).dic"
        size = Int(status.st_size)
        return
      }
    }
    return nil
  }

  deinit {
    guard let handle else { return }
    let address = UInt(bitPattern: handle)
    Self.library.withLock { _ in
      if let handle = OpaquePointer(bitPattern: address) { Hunspell_destroy(handle) }
    }
  }

  /// Whether it was asked something, and so was read.
  var isRead: Bool { handle != nil }

  /// What the dictionary makes of a word; empty when it does not know it.
  mutating func analyses(of word: String) -> [Morphology] {
    if let answer = answers[word] { return answer }
    if answers.count >= Self.mostAnswers { answers.removeAll(keepingCapacity: true) }
    let answer = look(up: word)
    answers[word] = answer
    return answer
  }

  private mutating func look(up word: String) -> [Morphology] {
    guard let handle = loaded() else { return [] }
    var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    let count = Hunspell_analyze(handle, &list, word)
    guard count > 0, let found = list else { return [] }
    defer { Hunspell_free_list(handle, &list, count) }
    return (0..<Int(count)).flatMap { found[$0].map { Morphology.read(String(cString: $0), of: word) } ?? [] }
  }

  private mutating func loaded() -> OpaquePointer? {
    if handle == nil {
      let (affixes, words) = (affixes, words)
      handle = OpaquePointer(
        bitPattern: Self.library.withLock { _ in UInt(bitPattern: Hunspell_create(affixes, words)) })
    }
    return handle
  }
}
