import CLibXML2

/// One walk of libxml2 through a stream of XML.
final class XMLWalk {
  private let take: (XMLEvents.Event) -> Void
  private let read: (UnsafeMutableRawBufferPointer) -> Int
  private var parser: xmlParserCtxtPtr?
  private var depth = 0
  private var isRefused = false

  init(take: @escaping (XMLEvents.Event) -> Void, read: @escaping (UnsafeMutableRawBufferPointer) -> Int) {
    self.take = take
    self.read = read
  }

  /// The library prepares itself once; two threads must not both be the first.
  private static let ready: Void = xmlInitParser()

  /// Walks to the end; whether that was reached, and all was well.
  func isWhole() -> Bool {
    _ = Self.ready
    var handler = Self.handler()
    let me = Unmanaged.passUnretained(self).toOpaque()
    guard
      let parser = xmlCreateIOParserCtxt(&handler, me, Self.fill, nil, me, XML_CHAR_ENCODING_NONE)
    else { return false }
    defer { xmlFreeParserCtxt(parser) }
    self.parser = parser
    // Without declarations of its own a document has no entities but the five of XML, and those are to be replaced.
    xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue))
    let state = withExtendedLifetime(self) { xmlParseDocument(parser) }
    self.parser = nil
    return state == 0 && parser.pointee.wellFormed == 1 && !isRefused
  }

  private static let fill: xmlInputReadCallback = { context, buffer, size in
    guard let walk = of(context), let buffer, size > 0 else { return -1 }
    let count = walk.read(UnsafeMutableRawBufferPointer(start: buffer, count: Int(size)))
    if count < 0 { walk.isRefused = true }
    return Int32(count)
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> XMLWalk? {
    context.map { Unmanaged<XMLWalk>.fromOpaque($0).takeUnretainedValue() }
  }

  private static let words: charactersSAXFunc = { context, start, count in
    guard let walk = of(context), !walk.isRefused else { return }
    walk.take(.text(UnsafeBufferPointer(start: start, count: Int(count))))
  }

  private static func handler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.characters = words
    handler.ignorableWhitespace = words
    handler.cdataBlock = words
    handler.serror = { _, _ in }
    handler.internalSubset = { context, _, _, _ in XMLWalk.of(context)?.refuse() }
    handler.startElementNs = { context, name, _, namespace, _, _, count, _, attributes in
      guard let walk = XMLWalk.of(context), let name else { return }
      let pointers = attributes.map { UnsafeRawPointer($0).assumingMemoryBound(to: UnsafePointer<UInt8>?.self) }
      walk.start(
        XMLElement(
          nameStart: name, namespaceStart: namespace,
          attributes: UnsafeBufferPointer(start: pointers, count: pointers == nil ? 0 : Int(count) * 5)))
    }
    handler.endElementNs = { context, name, _, namespace in
      guard let walk = XMLWalk.of(context), let name else { return }
      walk.end(XMLElement(nameStart: name, namespaceStart: namespace))
    }
    return handler
  }

  private func start(_ element: XMLElement) {
    depth += 1
    if depth > XMLEvents.deepest { refuse() }
    guard !isRefused else { return }
    take(.start(element))
  }

  private func end(_ element: XMLElement) {
    depth -= 1
    guard !isRefused else { return }
    take(.end(element))
  }

  private func refuse() {
    isRefused = true
    if let parser { xmlStopParser(parser) }
  }
}
