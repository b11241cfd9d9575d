/// The start of an element.
struct HtmlTag {
  /// In lower case.
  let name: String
  /// `<br/>`, which says something in XHTML only.
  let isClosed: Bool
  let bytes: [UInt8]
  let attributes: Range<Int>

  /// The value of an attribute, its first where there are more, entities as they stand; empty where it has none.
  func attribute(_ wanted: String) -> String? {
    var at = attributes.lowerBound
    while at < attributes.upperBound {
      while at < attributes.upperBound, Self.isSpace(bytes[at]) || bytes[at] == UInt8(ascii: "/") { at += 1 }
      let start = at
      while at < attributes.upperBound, !Self.isSpace(bytes[at]), bytes[at] != UInt8(ascii: "=") { at += 1 }
      let isWanted = bytes[start..<at].lazy.map(Self.lowered).elementsEqual(wanted.utf8)
      let value = value(&at)
      if isWanted, start < attributes.upperBound { return String(decoding: bytes[value], as: UTF8.self) }
      if at == start { at += 1 }
    }
    return nil
  }

  private func value(_ at: inout Int) -> Range<Int> {
    var next = at
    while next < attributes.upperBound, Self.isSpace(bytes[next]) { next += 1 }
    guard next < attributes.upperBound, bytes[next] == UInt8(ascii: "=") else { return at..<at }
    next += 1
    while next < attributes.upperBound, Self.isSpace(bytes[next]) { next += 1 }
    guard next < attributes.upperBound else {
      at = next
      return next..<next
    }
    let quote = bytes[next]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    let start = isQuoted ? next + 1 : next
    at = start
    while at < attributes.upperBound, isQuoted ? bytes[at] != quote : !Self.isSpace(bytes[at]) { at += 1 }
    let value = start..<at
    if isQuoted, at < attributes.upperBound { at += 1 }
    return value
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == ASCII.blank || byte >= 0x09 && byte <= 0x0D && byte != 0x0B }

  static func lowered(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}

extension HtmlTag {
  /// Elements that are never shown, deleted words, readings above characters, and what leads about a site.
  private static let unread: Set<String> = [
    "audio", "button", "canvas", "datalist", "del", "nav", "noscript", "object", "rp", "rt", "select", "svg",
    "template",
    "video",
  ]

  /// Whether nothing in the element is part of the talk; word processors mark heads and feet of pages by a title.
  var isUnread: Bool {
    if Self.unread.contains(name) || attribute("hidden") != nil { return true }
    if name == "div", let title = attribute("title"), title == "header" || title == "footer" { return true }
    let style = style
    return style.contains("display:none") || style.contains("mso-hide:all")
  }

  /// The number of a note, in the text or before the note, as LibreOffice, Word and pandoc write it.
  var isNoteMark: Bool {
    guard name == "a" else { return false }
    let kinds = classes
    return kinds.contains { Self.noteMarks.contains($0) } || style.contains("mso-footnote-id")
      || style.contains("mso-endnote-id")
  }

  /// Whether the mark refers to a note, and does not stand before it.
  var refersToNote: Bool { !classes.contains { $0.hasSuffix("sym") || $0 == "footnote-back" } }

  private static let noteMarks: Set<String> = [
    "sdfootnoteanc", "sdendnoteanc", "sdfootnotesym", "sdendnotesym", "footnote-ref", "footnote-back",
  ]

  /// Whether notes or comments stand in the element.
  var holdsNotes: Bool {
    guard ["div", "section", "aside"].contains(name) else { return false }
    let id = attribute("id") ?? ""
    if id.hasPrefix("sdfootnote") || id.hasPrefix("sdendnote") || classes.contains("footnotes") { return true }
    let style = style
    return ["footnote", "endnote", "comment"].contains { style.contains("mso-element:\($0)-list") }
  }

  private var classes: [String] { attribute("class")?.split(separator: " ").map(String.init) ?? [] }

  /// Without blanks, in lower case.
  var style: String { attribute("style")?.lowercased().filter { $0 != " " } ?? "" }
}
