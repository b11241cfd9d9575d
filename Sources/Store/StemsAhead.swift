import Dispatch
import Retrieval
import Synchronization

/// Finds the stems of words on a thread of its own, while more words are coming in.
final class StemsAhead: Sendable {
  private let stemmer: Stemmer
  private let queue = DispatchQueue(label: "draad.stems", qos: .userInitiated)
  /// By the bytes of the word.
  private let found = Mutex<[[UInt8]: [String]]>([:])
  private let waiting = Atomic(0)

  init(_ stemmer: Stemmer) { self.stemmer = stemmer }

  /// Changes with the language of the study.
  var edition: String { stemmer.edition }

  var isIdle: Bool { waiting.load(ordering: .relaxed) == 0 }

  /// Gives words in lower case; their stems can be asked for later.
  func want(_ words: [[UInt8]]) {
    guard !words.isEmpty else { return }
    waiting.add(1, ordering: .relaxed)
    queue.async { [self] in
      let stems = words.map { stemmer.stems(of: String(decoding: $0, as: UTF8.self)) }
      found.withLock { found in
        for (word, stems) in zip(words, stems) { found[word] = stems }
      }
      waiting.subtract(1, ordering: .relaxed)
    }
  }

  /// Waits until the stems of all words that were given are found.
  func finish() { queue.sync {} }

  /// nil for a word that was not given.
  func stems(of word: [UInt8]) -> [String]? { found.withLock { $0[word] } }

  func clear() { found.withLock { $0 = [:] } }
}
