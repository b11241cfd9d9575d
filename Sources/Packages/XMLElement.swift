import CLibXML2

/// An element at the moment a walk comes to its start or its end.
package struct XMLElement {
  /// Where the name lies, without its prefix; a walk keeps each name once.
  package let nameStart: UnsafePointer<UInt8>
  package let namespaceStart: UnsafePointer<UInt8>?
  /// Five pointers for each attribute: name, prefix, namespace, and both ends of the value.
  private let attributes: UnsafeBufferPointer<UnsafePointer<UInt8>?>

  init(
    nameStart: UnsafePointer<UInt8>, namespaceStart: UnsafePointer<UInt8>?,
    attributes: UnsafeBufferPointer<UnsafePointer<UInt8>?> = UnsafeBufferPointer(start: nil, count: 0)
  ) {
    self.nameStart = nameStart
    self.namespaceStart = namespaceStart
    self.attributes = attributes
  }

  /// Without its prefix.
  package var name: String { String(cString: nameStart) }

  package var namespace: String { namespaceStart.map { String(cString: $0) } ?? "" }

  /// The value of an attribute by its name without prefix; none at the end of an element.
  package func attribute(_ name: String) -> String? {
    for place in stride(from: 0, to: attributes.count, by: 5) {
      guard let own = attributes[place], Self.equal(own, name) else { continue }
      guard let start = attributes[place + 3], let end = attributes[place + 4] else { return nil }
      return String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
    }
    return nil
  }

  /// Hands over each attribute: its name without prefix, and its value; none at the end of an element.
  package func forEachAttribute(_ take: (_ name: String, _ value: String) -> Void) {
    for place in stride(from: 0, to: attributes.count, by: 5) {
      guard let name = attributes[place], let start = attributes[place + 3], let end = attributes[place + 4] else {
        continue
      }
      take(
        String(cString: name), String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self))
    }
  }

  private static func equal(_ own: UnsafePointer<UInt8>, _ name: String) -> Bool {
    var at = own
    for byte in name.utf8 {
      guard at.pointee == byte else { return false }
      at += 1
    }
    return at.pointee == 0
  }
}

/// The elements that a reader knows, found by where a walk keeps their names; for one walk only.
package struct XMLVocabulary<Tag: RawRepresentable> where Tag.RawValue == String {
  private struct Place: Hashable {
    package var name: UnsafePointer<UInt8>
    package var namespace: UnsafePointer<UInt8>?
  }

  private var tags: [Place: Tag?] = [:]
  private let prefix: (String) -> String?

  /// `prefix` gives the usual prefix of a namespace, as in the tags: `w` for `w:p`.
  package init(prefix: @escaping (String) -> String?) { self.prefix = prefix }

  package mutating func tag(of element: XMLElement) -> Tag? {
    let place = Place(name: element.nameStart, namespace: element.namespaceStart)
    if let tag = tags[place] { return tag }
    let tag = prefix(element.namespace).flatMap { Tag(rawValue: "\($0):\(element.name)") }
    tags[place] = .some(tag)
    return tag
  }
}
