import Model
import Retrieval

/// The stemmer of the study's language, loaded when a word needs it for the first time.
final class LanguageTools {
  private var loaded = false
  private var stemmer: Stemmer?
  private var language = "nl"

  /// Nothing happens when that is the language already.
  func use(_ name: String?) {
    guard let name, name != language else { return }
    language = name
    loaded = false
    stemmer = nil
  }

  /// Folded stems of a word in lower case; none where no dictionary is installed.
  func stems(of word: String) -> [String] {
    load()
    return stemmer?.stems(of: word) ?? []
  }

  /// Of the dictionary and the rules; empty where no dictionary is installed.
  var edition: String { loadedStemmer?.edition ?? "" }

  /// Whether a dictionary of the language is installed.
  var isInstalled: Bool {
    load()
    return stemmer != nil
  }

  var loadedStemmer: Stemmer? {
    load()
    return stemmer
  }

  private func load() {
    guard !loaded else { return }
    loaded = true
    stemmer = Stemmer(language: language)
  }
}
