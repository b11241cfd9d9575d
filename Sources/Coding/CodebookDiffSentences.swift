import Model

extension CodebookDiff.Change {
  /// The change as a sentence; long texts are cut.
  public var sentence: String {
    switch self {
    case .title(let old, let new): Self.replaced("The title", from: old, to: new)
    case .language(let old, let new): Self.replaced("The language", from: old, to: new)
    case .added(let code):
      "Code '\(code.key)' is new: '\(code.name)', \(Self.place(code.parent))."
    case .removed(let code): "Code '\(code.key)' is gone: '\(code.name)'."
    case .renamed(let key, let old, let new): "Code '\(key)' is now named '\(new)', formerly '\(old)'."
    case .changed(let key, let field, let old, let new):
      Self.replaced("\(field.words) of '\(key)'", from: old, to: new, plural: field == .phrases)
    case .moved(let key, let old, let new): "Code '\(key)' now stands \(Self.place(new)), formerly \(Self.place(old))."
    case .reordered(let parent): "The codes \(Self.place(parent)) stand in another order."
    }
  }

  private static func place(_ parent: String?) -> String { parent.map { "under '\($0)'" } ?? "at the top" }

  private static func replaced(_ what: String, from old: String?, to new: String?, plural: Bool = false) -> String {
    let verb = plural ? "are" : "is"
    return switch (old, new) {
    case (nil, let new?): "\(what) \(verb) new: '\(cut(new))'."
    case (let old?, nil): "\(what) \(verb) gone: '\(cut(old))'."
    case (let old?, let new?):
      "\(what) \(verb) now '\(cut(new, beside: old))', formerly '\(cut(old, beside: new))'."
    case (nil, nil): "\(what) \(verb) as before."
    }
  }

  private static let width = 60

  /// A long text from a little before the place where it differs from another, else from its beginning.
  private static func cut(_ text: String, beside other: String = "") -> String {
    guard text.count > width else { return text }
    let common = other.isEmpty ? 0 : zip(text, other).prefix { $0 == $1 }.count
    let start = max(0, min(common - 15, text.count - width))
    let part = text.dropFirst(start).prefix(width)
    return (start > 0 ? "…" : "") + part + (start + width < text.count ? "…" : "")
  }
}

extension CodebookDiff.Field {
  fileprivate var words: String {
    switch self {
    case .definition: "The definition"
    case .use: "When to use"
    case .not: "When not to use"
    case .example: "The example"
    case .phrases: "The phrases"
    case .color: "The colour"
    }
  }
}
