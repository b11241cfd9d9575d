import Model

/// What was counted, as lines under a picture: the notes in a row, and the recipe.
enum PictureNotes {
  private static let told: Set<String> = [
    "unit", "base", "n", "filter", "coders", "source", "multiple response", "weight", "level", "limit", "rounding",
  ]

  static func lines(_ table: Table, _ options: ExportOptions) -> [String] {
    let isRounded = table.columns.contains { $0.kind == .percent }
    let notes = RoundingNote.all(of: table, options).filter { isRounded || $0.label != "Rounding" }
    let counted = notes.filter { told.contains($0.label.lowercased()) }.map(options.labels.line)
    let source = table.recipe.map { recipe in
      let text = RecipeNote.note(of: recipe, options.labels).text
      return [options.labels == .nl ? "Bron: \(text)" : "Source: \(text)"]
    }
    return (counted.isEmpty ? [] : [counted.joined(separator: "  ·  ")]) + (source ?? [])
  }
}
