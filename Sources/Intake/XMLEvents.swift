import CLibXML2

/// Walks through XML in memory, without network, without entities of its own, and without a document type.
enum XMLEvents {
  enum Event {
    case start(XMLElement)
    case end(XMLElement)
    case text(UnsafeBufferPointer<UInt8>)
  }

  /// The library prepares itself once; two threads must not both be the first.
  private static let ready: Void = xmlInitParser()

  /// Hands each event to `take`; false when the XML is not well-formed or declares a document type.
  static func walk(_ xml: [UInt8], _ take: (Event) -> Void) -> Bool {
    _ = ready
    return xml.withUnsafeBytes { raw in
      let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      guard let start = raw.bindMemory(to: CChar.self).baseAddress, let size = Int32(exactly: raw.count) else {
        return false
      }
      guard let reader = xmlReaderForMemory(start, size, nil, nil, Int32(options)) else { return false }
      defer { xmlFreeTextReader(reader) }
      while true {
        let state = xmlTextReaderRead(reader)
        guard state == 1 else { return state == 0 }
        guard pass(reader, take) else { return false }
      }
    }
  }

  private static func pass(_ reader: xmlTextReaderPtr, _ take: (Event) -> Void) -> Bool {
    switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
    case XML_READER_TYPE_ELEMENT.rawValue:
      let element = XMLElement(reader: reader)
      let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
      take(.start(element))
      if isEmpty { take(.end(element)) }
    case XML_READER_TYPE_END_ELEMENT.rawValue: take(.end(XMLElement(reader: reader)))
    case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
      XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue, XML_READER_TYPE_WHITESPACE.rawValue:
      guard let value = xmlTextReaderConstValue(reader) else { return true }
      take(.text(UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value)))))
    case XML_READER_TYPE_DOCUMENT_TYPE.rawValue: return false
    default: break
    }
    return true
  }
}

/// An element at the moment the reader stands on it.
struct XMLElement {
  private let reader: xmlTextReaderPtr

  fileprivate init(reader: xmlTextReaderPtr) { self.reader = reader }

  /// Without its prefix.
  var name: String { xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? "" }

  var namespace: String { xmlTextReaderConstNamespaceUri(reader).map { String(cString: $0) } ?? "" }

  /// The value of an attribute by its name without prefix.
  func attribute(_ name: String) -> String? {
    guard xmlTextReaderMoveToFirstAttribute(reader) == 1 else { return nil }
    defer { xmlTextReaderMoveToElement(reader) }
    repeat {
      if self.name == name { return xmlTextReaderConstValue(reader).map { String(cString: $0) } }
    } while xmlTextReaderMoveToNextAttribute(reader) == 1
    return nil
  }
}
