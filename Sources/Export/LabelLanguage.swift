import Model

/// The language in which heads and note labels are printed.
public enum LabelLanguage: String, CaseIterable, Sendable {
  case en, nl

  /// A label in this language; one that is not in the dictionary stays as it is.
  func label(_ english: String) -> String {
    guard self == .nl, let dutch = DutchLabels.words[english.lowercased()] else { return english }
    return english.first?.isUppercase == true ? dutch.prefix(1).uppercased() + dutch.dropFirst() : dutch
  }

  /// The head of a column; of `po Count` only the measure is a label, and the name of an attribute or a code is none.
  func heading(of column: Table.Column) -> String {
    guard let group = column.group else {
      return column.heading == column.key ? column.heading : label(column.heading)
    }
    guard column.heading.hasPrefix(group + " ") else { return column.heading }
    return group + " " + label(String(column.heading.dropFirst(group.count + 1)))
  }

  /// The title of a result; one that is not known stays as it is.
  func title(_ english: String) -> String { self == .nl ? DutchTitles.title(english) : english }

  /// A note as a line: `Unit: cases`, in Dutch `Eenheid: casussen`.
  func line(_ note: Table.Note) -> String {
    guard self == .nl else { return "\(note.label): \(note.text)" }
    let text = DutchNotes.text(note.text, under: note.label)
    return note.label.lowercased() == "multiple response" ? text : "\(label(note.label)): \(text)"
  }

  /// What tells how many excerpts a limit left out; nil when it left out none.
  func remainder(of excerpts: Excerpts) -> String? {
    let left = excerpts.total - excerpts.items.count
    guard left > 0 else { return nil }
    return switch self {
    case .en: "\(left) more; '--limit 0' shows all \(excerpts.total)."
    case .nl: "Nog \(left); '--limit 0' toont alle \(excerpts.total)."
    }
  }
}
