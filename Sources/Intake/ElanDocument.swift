import Packages

/// The tiers of an ELAN file, in the order of the file, each with its annotations.
struct ElanDocument {
  struct Tier: Equatable {
    var name: String
    /// Who speaks on it: the participant, or what the tier is called.
    var speaker: String
    /// Its annotations belong to those of another tier, as translations and glosses do.
    var isDependent: Bool
    /// Only of tiers that are wanted.
    var annotations: [Annotation] = []
  }

  struct Annotation: Equatable {
    /// Seconds.
    var start: Double?
    var end: Double?
    /// The annotation it belongs to, which has the times.
    var parent: String?
    var words: [UInt8] = []
  }

  private(set) var tiers: [Tier] = []
  /// Whether it is a document of ELAN at all.
  private(set) var isElan = false

  private let wanted: Set<String>
  /// In milliseconds, in the order of time; some slots have none.
  private var slots: [Double?] = []
  private var slotNumbers: [String: Int] = [:]
  /// By their id, where a wanted tier may ask for the times of another.
  private var timed: [String: Annotation] = [:]
  private var isInTier = false
  private var current: Annotation?
  private var currentID: String?
  private var isInValue = false

  /// Reads the words of the tiers that are wanted, by name; of all that hang on no other where none is named.
  ///
  /// Nil when the XML is damaged.
  init?(_ xml: [UInt8], wanted: [String]) {
    var document = ElanDocument(wanted: Set(wanted))
    guard XMLEvents.walk(xml, { document.take($0) }) else { return nil }
    document.takeTimesOfParents()
    self = document
  }

  private init(wanted: Set<String>) { self.wanted = wanted }

  private mutating func take(_ event: XMLEvents.Event) {
    switch event {
    case .start(let element): start(element)
    case .end(let element): end(element.name)
    case .text(let words): if isInValue { current?.words.append(contentsOf: words) }
    }
  }

  private mutating func start(_ element: XMLElement) {
    switch element.name {
    case "ANNOTATION_DOCUMENT": isElan = true
    case "TIME_SLOT":
      if let id = element.attribute("TIME_SLOT_ID") { slotNumbers[id] = slots.count }
      slots.append(element.attribute("TIME_VALUE").flatMap { Double($0.trimmed) }.flatMap { $0.isFinite ? $0 : nil })
    case "TIER":
      let name = element.attribute("TIER_ID")?.trimmed ?? ""
      let participant = element.attribute("PARTICIPANT")?.trimmed ?? ""
      tiers.append(
        Tier(
          name: name, speaker: participant.isEmpty ? name : participant,
          isDependent: element.attribute("PARENT_REF") != nil))
      isInTier = true
    case "ALIGNABLE_ANNOTATION":
      currentID = element.attribute("ANNOTATION_ID")
      current = Annotation(start: time(element, "TIME_SLOT_REF1"), end: time(element, "TIME_SLOT_REF2"))
    case "REF_ANNOTATION":
      if isInTier { tiers[tiers.count - 1].isDependent = true }
      currentID = element.attribute("ANNOTATION_ID")
      current = Annotation(parent: element.attribute("ANNOTATION_REF"))
    case "ANNOTATION_VALUE": isInValue = true
    default: break
    }
  }

  private func time(_ element: XMLElement, _ name: String) -> Double? {
    let number = element.attribute(name).flatMap { slotNumbers[$0] }
    return Utterance.seconds(number.flatMap { slots[$0] }.map { $0 / 1000 })
  }

  private mutating func end(_ name: String) {
    switch name {
    case "TIME_ORDER": slots = Self.interpolated(slots)
    case "TIER": isInTier = false
    case "ANNOTATION_VALUE": isInValue = false
    case "ALIGNABLE_ANNOTATION", "REF_ANNOTATION":
      guard let annotation = current else { return }
      if !wanted.isEmpty, let currentID {
        timed[currentID] = Annotation(start: annotation.start, end: annotation.end, parent: annotation.parent)
      }
      if isInTier, isWanted(tiers[tiers.count - 1]) { tiers[tiers.count - 1].annotations.append(annotation) }
      current = nil
    default: break
    }
  }

  private func isWanted(_ tier: Tier) -> Bool { wanted.isEmpty ? !tier.isDependent : wanted.contains(tier.name) }

  /// Slots without a value lie at equal distances between their neighbours with one.
  static func interpolated(_ slots: [Double?]) -> [Double?] {
    var filled = slots
    var last: Int?
    for (index, value) in slots.enumerated() {
      guard let value else { continue }
      let from = last.flatMap { slots[$0] } ?? value
      let first = last ?? -1
      for gap in (first + 1)..<index {
        filled[gap] = from + (value - from) * Double(gap - first) / Double(index - first)
      }
      last = index
    }
    if let last { for gap in (last + 1)..<slots.count { filled[gap] = slots[last] } }
    return filled
  }

  private mutating func takeTimesOfParents() {
    for tier in tiers.indices {
      for index in tiers[tier].annotations.indices {
        var annotation = tiers[tier].annotations[index]
        // Tiers hang on tiers a few deep; a ring of them has no end.
        for _ in 0..<16 {
          guard let parent = annotation.parent.flatMap({ timed[$0] }) else { break }
          annotation = Annotation(start: parent.start, end: parent.end, parent: parent.parent)
        }
        tiers[tier].annotations[index].start = annotation.start
        tiers[tier].annotations[index].end = annotation.end
      }
    }
  }
}
