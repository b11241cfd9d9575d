import Model

/// Counts how often each label stands in a text, and then decides which of them are speakers.
struct SpeakerCensus {
  private struct Entry {
    var name: SpeakerName
    /// Named beforehand, with role and attributes.
    var known: Speaker?
    var count = 0
    /// Named beforehand, or a word for a role: may stand alone on a line, or without a capital.
    let isExpected: Bool
    let isCapitalised: Bool

    init(name: SpeakerName, known: Speaker? = nil) {
      self.name = name
      self.known = known
      isExpected = known != nil || RoleWord.role(of: name.name) != nil
      isCapitalised = known != nil || name.isCapitalised
    }
  }

  private var entries: [Entry] = []
  private var byKey: [String: Int] = [:]
  /// Each label as it stands, so that it is taken apart once; nil where no one can be called so.
  private var byLabel: [String: Int?] = [:]

  init(known: [Speaker] = []) {
    for speaker in known {
      let name = SpeakerName(label: speaker.name)
      let (key, whole) = (name.key, SpeakerName.key(speaker.name))
      guard byKey[key] == nil else { continue }
      byKey[key] = entries.count
      byKey[whole] = entries.count
      entries.append(Entry(name: name, known: speaker))
    }
  }

  /// The number of a label; nil when it can be nobody's name.
  mutating func number(of label: String) -> Int? {
    if let number = byLabel[label] { return number }
    let number = newNumber(of: label)
    byLabel[label] = .some(number)
    return number
  }

  private mutating func newNumber(of label: String) -> Int? {
    if let number = byKey[SpeakerName.key(label)] { return number }
    let name = SpeakerName(label: label)
    if let number = byKey[name.key] {
      if entries[number].name.role == nil { entries[number].name.role = name.role }
      return number
    }
    guard name.isPlausible else { return nil }
    byKey[name.key] = entries.count
    entries.append(Entry(name: name))
    return entries.count - 1
  }

  /// The number of a label that stands alone on a line: only of one named beforehand, or a word for a role.
  mutating func number(ofExpected label: String) -> Int? {
    if let number = byLabel[label] { return number.flatMap { entries[$0].isExpected ? $0 : nil } }
    let name = SpeakerName(label: label)
    guard byKey[SpeakerName.key(label)] != nil || byKey[name.key] != nil || RoleWord.role(of: name.name) != nil else {
      return nil
    }
    return number(of: label).flatMap { entries[$0].isExpected ? $0 : nil }
  }

  /// The number of a voice that the file gives as such, whatever it looks like.
  mutating func number(ofVoice voice: String) -> Int {
    if let number = number(of: voice) { return number }
    let name = SpeakerName(label: voice)
    entries.append(Entry(name: name))
    byKey[name.key] = entries.count - 1
    byKey[SpeakerName.key(voice)] = entries.count - 1
    byLabel[voice] = .some(entries.count - 1)
    return entries.count - 1
  }

  mutating func count(_ number: Int) { entries[number].count += 1 }

  /// Whether it is written as names are, or expected.
  func isNameLike(_ number: Int) -> Bool { entries[number].isCapitalised || entries[number].isExpected }

  /// Which labels are speakers, in a text of so many lines with words.
  ///
  /// A label must return, unless it was named beforehand, joins known persons, or is a word for a role among others. Labels that head fewer than one line in a
  /// hundred are words that a report uses twice, not the speakers of a talk.
  func accepted(lines: Int) -> [Bool] {
    let returning = entries.reduce(0) { $1.count > 1 || $1.known != nil ? $0 + $1.count : $0 }
    let isTalk = returning * 100 >= lines
    var accepted = entries.map { entry in
      if entry.known != nil { return entry.count > 0 }
      guard isTalk, entry.count > 1 else { return false }
      if entry.isCapitalised || entry.isExpected { return true }
      return entry.count > 2 && entry.count * 20 >= lines
    }
    let someone = accepted.contains(true)
    for (number, entry) in entries.enumerated() where !accepted[number] && entry.count > 0 {
      let persons = entry.name.persons
      let allKnown = persons.allSatisfy {
        byKey[SpeakerName.key($0)].map { accepted[$0] || entries[$0].known != nil } ?? false
      }
      let isUnknown = someone && entry.name.name.allSatisfy { $0 == "?" }
      let isRole = isTalk && someone && entry.isExpected && entry.isCapitalised
      accepted[number] = isUnknown || isRole || (!persons.isEmpty && allKnown)
    }
    return accepted
  }

  /// The speaker a label stands for, among the accepted ones.
  func speaker(_ number: Int, accepted: [Bool]) -> Speaker {
    let entry = entries[number]
    if var known = entry.known {
      known.role = known.role ?? entry.name.role ?? RoleWord.role(of: known.name)
      return known
    }
    let name = entry.name.name.allSatisfy { $0 == "?" } ? "?" : entry.name.name
    return Speaker(name: name, role: role(of: entry, accepted: accepted))
  }

  private func role(of entry: Entry, accepted: [Bool]) -> String? {
    if let role = entry.name.role { return role }
    let persons = entry.name.persons
    if !persons.isEmpty {
      let roles = Set(persons.map { byKey[SpeakerName.key($0)].flatMap { role(of: entries[$0], accepted: accepted) } })
      return roles.count == 1 ? roles.first ?? nil : nil
    }
    if let role = entry.known?.role { return role }
    // A lone 'B' is the Befragte beside an interviewer, and Bram beside an Anna.
    if entry.name.key == "b" || entry.name.key == "p" {
      let hasInterviewer = zip(entries, accepted).contains { entry, isIn in
        isIn && RoleWord.role(of: entry.name.name) == "interviewer"
      }
      guard hasInterviewer else { return nil }
    }
    return RoleWord.role(of: entry.name.name)
  }

  /// Labels that look like names but stand once only, and so were taken for words.
  func once(accepted: [Bool]) -> [String] {
    zip(entries, accepted).compactMap { entry, isIn in
      !isIn && entry.count == 1 && entry.isCapitalised && entry.known == nil ? entry.name.name : nil
    }
  }

  /// The speakers that were named beforehand and have no label in the text.
  var silent: [String] { entries.filter { $0.known != nil && $0.count == 0 }.compactMap(\.known?.name) }
}
