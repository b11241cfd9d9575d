/// One thing of a study in one respect: the smallest that two copies can differ in.
///
/// The name of a code is a cell, its definition another; an attribute of a case, the role of a speaker.
public struct StudyCell: Hashable, Comparable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case fact, spelling, coder, aCase = "case", code, transcript, speaker, memo, unplaced, attachment, assignment, blind

    /// The owner of the cells that tell how the attributes of such things are spelt; empty where they have none.
    public var attributes: String {
      switch self {
      case .aCase, .transcript, .speaker: rawValue + "_attributes"
      default: ""
      }
    }
  }

  public var kind: Kind
  /// What it belongs to, by what is the same in every copy: a key, a name, the digest of a text.
  public var owner: String
  /// Empty where it only says that the owner is there; an attribute has an `@` before its name.
  public var field: String

  public init(_ kind: Kind, _ owner: String, _ field: String = "") {
    self.kind = kind
    self.owner = owner
    self.field = field
  }

  /// Whether it is of no matter by itself: how things are ordered and spelt.
  ///
  /// Nobody is asked about such a cell, and nothing stays because of it alone.
  public var isQuiet: Bool { kind == .spelling || ["place", "format", "frame", "at", "near", "done"].contains(field) }

  /// Whether it is an attribute of its owner.
  public var isAttribute: Bool { field.utf8.first == UInt8(ascii: "@") }

  /// Of an assignment the transcript, as the cells name it, and the coder.
  public var assigned: (transcript: String, coder: String)? {
    let parts = owner.split(separator: Character(Self.separator), maxSplits: 1)
    return kind == .assignment && parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
  }

  /// The digest of the text in the name of a transcript.
  public static func digest(ofText transcript: String) -> String { String(transcript.prefix(64)) }

  public static func < (left: Self, right: Self) -> Bool {
    (left.kind.rawValue, left.owner, left.field) < (right.kind.rawValue, right.owner, right.field)
  }

  /// Between the values of an attribute, and between a transcript and the name of its speaker.
  public static let separator = "\u{1F}"
}

/// What stands in a cell: a text, or that there is none.
///
/// Compared byte for byte, as the digest of the content does.
public struct CellValue: Hashable, Comparable, Sendable {
  public var text: String?

  public init(_ text: String?) { self.text = text }

  public static func == (left: Self, right: Self) -> Bool {
    switch (left.text, right.text) {
    case (nil, nil): true
    case (let one?, let other?): one.utf8.elementsEqual(other.utf8)
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(text == nil)
    for byte in (text ?? "").utf8 { hasher.combine(byte) }
  }

  /// No text comes before all texts.
  public static func < (left: Self, right: Self) -> Bool {
    guard let text = right.text else { return false }
    return left.text.map { $0.utf8.lexicographicallyPrecedes(text.utf8) } ?? true
  }
}
