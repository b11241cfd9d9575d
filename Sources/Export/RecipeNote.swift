import Model

/// How a result was made, as the last of its notes.
enum RecipeNote {
  private static let label = "Made by"
  /// So many digits of a digest tell contents apart; the rest stands where programs read.
  private static let shownDigits = 16

  /// One note: the command, the version of the program, the digest of the content, and when that last changed.
  static func note(of recipe: Recipe, _ labels: LabelLanguage) -> Table.Note {
    let files = recipe.files.map { "\(words("data", labels)) \($0.sha256.prefix(shownDigits))" }
    let parts =
      [recipe.command, "\(words("version", labels)) \(recipe.version)"]
      + (recipe.content.map { ["\(words("content", labels)) \($0.prefix(shownDigits))"] } ?? []) + files
      + (recipe.lastChange.map { ["\(words("last change", labels)) \($0.prefix(10))"] } ?? [])
    return Table.Note(label, parts.joined(separator: " · "))
  }

  /// A note for each part, whole, for a sheet of its own.
  static func notes(of recipe: Recipe) -> [Table.Note] {
    [.init("Command", recipe.command), .init("Version", recipe.version)]
      + (recipe.content.map { [.init("Content", $0)] } ?? [])
      + recipe.files.map { .init("Data", "\($0.name) \($0.sha256)") }
      + (recipe.lastChange.map { [.init("Last change", $0)] } ?? [])
  }

  private static func words(_ english: String, _ labels: LabelLanguage) -> String { labels.label(english) }
}

extension Table {
  /// The notes with the recipe, rounding told where it was asked for or where `tellsRounding`.
  func allNotes(_ options: ExportOptions, tellsRounding: Bool = true) -> [Note] {
    let told = tellsRounding ? RoundingNote.all(of: self, options) : RoundingNote.shown(of: self, options)
    return told + (recipe.map { [RecipeNote.note(of: $0, options.labels)] } ?? [])
  }
}

extension Excerpts {
  /// What a limit left out, the notes, and the recipe; a line each.
  func noteLines(_ labels: LabelLanguage) -> [String] {
    (labels.remainder(of: self).map { [$0] } ?? []) + allNotes(labels).map(labels.line)
  }

  func allNotes(_ labels: LabelLanguage) -> [Table.Note] {
    notes + (recipe.map { [RecipeNote.note(of: $0, labels)] } ?? [])
  }
}
