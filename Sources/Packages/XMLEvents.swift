/// Walks through XML piece by piece, without network, without entities of its own, and without a document type.
///
/// What is held at any moment is a piece of some 64 kB, or one tag, which may have at most 10 MB.
package enum XMLEvents {
  package enum Event {
    case start(XMLElement)
    case end(XMLElement)
    /// May come in pieces, which may end within a word.
    case text(UnsafeBufferPointer<UInt8>)
  }

  /// Elements may lie so deep in one another; documents of Word come to some sixty.
  package static let deepest = 250

  /// Hands each event to `take`; false when the XML is not well-formed, nests too deep or declares a document type.
  package static func walk(_ xml: [UInt8], _ take: (Event) -> Void) -> Bool {
    xml.withUnsafeBytes { raw in
      var at = 0
      return walk(take) { room in
        let count = min(room.count, raw.count - at)
        guard count > 0 else { return 0 }
        room.copyMemory(from: UnsafeRawBufferPointer(rebasing: raw[at..<at + count]))
        at += count
        return count
      }
    }
  }

  /// The same from pieces.
  ///
  /// `read` fills the room it is given and answers with a number of bytes, 0 at the end and -1 when it cannot.
  package static func walk(_ take: (Event) -> Void, reading read: (UnsafeMutableRawBufferPointer) -> Int) -> Bool {
    withoutActuallyEscaping(take) { take in
      withoutActuallyEscaping(read) { read in XMLWalk(take: take, read: read).isWhole() }
    }
  }
}
