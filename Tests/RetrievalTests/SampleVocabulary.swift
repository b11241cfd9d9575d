import Retrieval

/// The words of a text as a study would list them, with stems given by hand.
struct SampleVocabulary: WordVocabulary {
  var forms: [WordForm] = []
  var stems: [String: [String]] = [:]
  var keepsStems = false

  init(_ text: String, stems: [String: [String]] = [:]) {
    var counts: [String: Int] = [:]
    for word in text.split(separator: " ") { counts[Folding.surface(String(word)), default: 0] += 1 }
    forms = counts.map { WordForm(surface: $0, folded: Folding.fold($0), count: $1) }.sorted { $0.surface < $1.surface }
    self.stems = stems
  }

  func forms(folded: String) -> [WordForm] { forms.filter { $0.folded == folded } }
  func forms(stems wanted: [String]) -> [WordForm] {
    forms.filter { !Set(stems[$0.surface] ?? [$0.folded]).isDisjoint(with: wanted) }
  }
  func stems(folded: String) -> [String]? {
    keepsStems ? forms(folded: folded).flatMap { stems[$0.surface] ?? [$0.folded] } : nil
  }
  func forms(prefix: String) -> [WordForm] { forms.filter { $0.folded.hasPrefix(prefix) } }
  func forms(part: String) -> [WordForm] {
    forms.filter { form in
      let letters = Array(form.folded.utf8)
      let part = Array(part.utf8)
      return letters.indices.contains { letters[$0...].starts(with: part) }
    }
  }
}
