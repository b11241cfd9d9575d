import Model

/// A label taken apart: the name, and the role in parentheses behind it.
struct SpeakerName: Equatable {
  var name: String
  var role: String?
  /// The same for `Anna`, `ANNA` and `Anna.`.
  private(set) var key = ""

  /// `Anna (leerkracht)` is Anna with a role; `Interviewer (M)` is one of two interviewers; `Anna (lacht)` is Anna.
  init(label: String) {
    name = label.trimmed
    defer { key = Self.key(name) }
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex else { return }
    let inside = name[name.index(after: open)...].dropLast().trimmed
    guard inside.count > 1, inside.contains(where: \.isLetter) else { return }
    name = name[..<open].trimmed
    if !Self.noises.contains(inside.lowercased()) { role = inside.lowercased() }
  }

  static func key(_ name: String) -> String {
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return asciiKey(name) }
    var key = ""
    for character in name.lowercased() {
      if character == "’" || character == "‘" || character == "`" {
        key.append("'")
      } else if !(character.isWhitespace && key.last == " ") {
        key.append(character.isWhitespace ? " " : character)
      }
    }
    while key.count > 1, key.last == "." || key.last == " " { key.removeLast() }
    return key
  }

  /// The same without the cost of Unicode; labels are counted by the million.
  private static func asciiKey(_ name: String) -> String {
    var key: [UInt8] = []
    for byte in name.utf8 {
      let isBlank = byte <= ASCII.blank
      if isBlank, key.last == ASCII.blank { continue }
      let isCapital = byte >= 0x41 && byte <= 0x5A
      key.append(isBlank ? ASCII.blank : byte == UInt8(ascii: "`") ? UInt8(ascii: "'") : isCapital ? byte | 0x20 : byte)
    }
    while key.count > 1, key.last == UInt8(ascii: ".") || key.last == ASCII.blank { key.removeLast() }
    // However many marks, it is the one unknown speaker.
    if key.first == UInt8(ascii: "?"), key.allSatisfy({ $0 == UInt8(ascii: "?") }) { return "?" }
    return String(decoding: key, as: UTF8.self)
  }

  /// Whether someone may be called so: capitals, few words, no sentence and no word that heads a note.
  var isPlausible: Bool {
    guard let first = name.unicodeScalars.first, name.utf8.count <= LineHead.longest * 4 else { return false }
    if name.utf8.allSatisfy({ $0 == UInt8(ascii: "?") }) { return true }
    guard Self.isLetter(first), name.unicodeScalars.allSatisfy(Self.mayStand) else { return false }
    let words = name.split(separator: " ")
    guard words.count <= 6, name.count <= LineHead.longest, !Self.isSentence(words) else { return false }
    guard words.count == 1 || words.allSatisfy(Self.fitsName) || RoleWord.role(of: String(words[0])) != nil else {
      return false
    }
    return !isHeading && !Self.noises.contains(key)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return (0x61...0x7A).contains(scalar.value | 0x20) }
    return scalar.properties.isAlphabetic
  }

  private static func mayStand(_ scalar: Unicode.Scalar) -> Bool {
    if isLetter(scalar) || (0x30...0x39).contains(scalar.value) || signs.contains(scalar) { return true }
    return scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
  }

  private var isHeading: Bool {
    let bare = RoleWord.withoutNumber(key)
    return Self.headings.contains(bare) || (bare != key && Self.numbered.contains(bare))
  }

  /// Written with a capital, as names are; `namelijk` may open a line too.
  var isCapitalised: Bool { (name.first.map { $0.isUppercase || !$0.isLetter } ?? false) || isSurnameFirst }

  /// `de Vries, Eva`: a particle may come first where the surname does.
  private var isSurnameFirst: Bool {
    let words = name.split(separator: " ").drop { Self.particles.contains(String($0)) }
    guard words.count < name.split(separator: " ").count, let surname = words.first, let given = words.last else {
      return false
    }
    return words.count > 1 && words.dropLast().last?.last == ","
      && [surname, given].allSatisfy { $0.first?.isUppercase == true }
  }

  private static func fitsName(_ word: Substring) -> Bool {
    guard let first = word.first(where: { $0 != "(" }) else { return true }
    if !first.isLowercase || particles.contains(word.lowercased()) { return true }
    // `d’Hondt`
    return word.hasPrefix("d'") || word.hasPrefix("d’")
  }

  /// A point inside is an initial or an abbreviation, or else a sentence has ended there.
  private static func isSentence(_ words: [Substring]) -> Bool {
    words.dropLast().contains { $0.last == "." && $0.count > 5 } || (words.count > 1 && words.last?.last == ".")
  }

  /// The persons of `Anna & Bram` or `Anna, Bram en Cas`; empty when it is one person.
  var persons: [String] {
    var parts: [String] = [""]
    var joint = false
    for word in name.split(separator: " ") {
      if word == "&" || word == "+" || word == "en" || word == "and" || word == "/" {
        parts.append("")
        joint = true
      } else {
        let last = parts.removeLast()
        parts.append(last.isEmpty ? String(word) : last + " " + word)
      }
    }
    if !joint {
      parts = name.split { $0 == "&" || $0 == "/" || $0 == "+" }.map(String.init)
      return parts.count > 1 ? parts.map(\.trimmed) : []
    }
    return parts.flatMap { $0.split(separator: ",").map(\.trimmed) }.filter { !$0.isEmpty }
  }

  private static let signs: Set<Unicode.Scalar> = [
    " ", ".", "-", "_", "'", "’", ",", "&", "+", "/", "(", ")", "‑", "–",
  ]
  private static let particles: Set<String> = [
    "van", "de", "der", "den", "het", "ten", "ter", "te", "'t", "’t", "von", "zu", "la", "le", "du", "del", "di", "da",
    "el", "al", "bin", "en", "and", "of", "dr.", "drs.", "ir.", "ing.", "mr.", "prof.", "mw.", "dhr.",
    "mevrouw", "meneer", "juf", "meester",
  ]
  /// `Vraag:` and `Antwoord:` may be the two sides of an interview; `Vraag 3:` is one of a list.
  private static let numbered: Set<String> = ["vraag", "question", "antwoord", "answer", "item", "school", "groep"]
  /// Words that head a note or a list and not a turn.
  private static let headings: Set<String> = [
    "note", "notes", "noot", "noten", "nb", "n.b", "ps", "p.s", "let op", "bijvoorbeeld", "bijv", "bv", "bron",
    "bronnen",
    "source", "sources", "figuur", "figure", "tabel", "table", "grafiek", "kader", "box", "bijlage", "appendix",
    "hoofdstuk",
    "chapter", "paragraaf", "section", "thema", "theme", "topic", "onderwerp", "subject", "datum", "date", "tijd",
    "time",
    "plaats", "place", "locatie", "location", "duur", "duration", "titel", "title", "pagina", "page", "http", "https",
    "www", "mailto", "re", "fw", "fwd", "cc", "betreft", "meeting", "vergadering", "bespreking", "pauze", "agenda",
    "lunch",
    "break", "samenvatting", "summary", "conclusie", "conclusies", "conclusion", "inleiding", "introductie",
    "introduction", "toelichting", "opmerking", "opmerkingen", "remark", "aantekening", "comment", "voorbeeld",
    "example",
    "e.g", "i.e", "d.w.z", "voordelen", "nadelen", "voordeel", "nadeel", "ja", "nee", "yes", "no", "oké", "ok", "okay",
    "uh",
    "uhm", "hm", "hmm", "mm", "dus", "maar", "want", "kortom", "namelijk", "stap", "step", "fase", "phase", "deel",
    "part",
    "punt", "optie", "option", "doel", "goal", "resultaat", "resultaten", "results", "aanpak", "achtergrond",
    "background",
    "context", "toen", "nu", "daarna", "later", "warning", "let wel", "belangrijk", "important", "tip", "totaal",
    "total",
    "aantal", "tekst", "text", "tijdstip", "naam", "name", "functie", "leeftijd",
    "tel", "e-mail", "email", "mail", "website", "adres",
  ]
  /// Sounds that transcribers put in brackets or parentheses.
  static let noises: Set<String> = [
    "lacht", "lachen", "gelach", "lachend", "laughs", "laughter", "laughing", "onverstaanbaar", "inaudible",
    "unintelligible", "unclear", "onduidelijk", "stilte", "silence", "pauze", "pause", "crosstalk", "overlap", "muziek",
    "music", "applaus", "applause", "geluid", "zucht", "zuchten", "sighs", "hoest", "kucht", "coughs", "telefoon",
    "phone",
    "knikt", "nods", "sic", "anoniem", "vervolg", "cont'd", "continued", "door elkaar", "ruis", "noise", "geroezemoes",
  ]
}
