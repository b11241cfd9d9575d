import Model

/// The words of a quote in paragraphs, cut where a hit begins and ends.
struct HitWords {
  struct Piece: Equatable {
    var text: String
    var isHit: Bool
  }

  let paragraphs: [[Piece]]

  init(_ excerpt: Excerpt) {
    let bytes = Array(excerpt.text.utf8)
    // The borders of hits in order; a word under two hits is marked once.
    var borders: [Int: Int] = [:]
    for hit in excerpt.hits where hit.start >= 0 && hit.end <= bytes.count && hit.start < hit.end {
      borders[hit.start, default: 0] += 1
      borders[hit.end, default: 0] -= 1
    }
    var paragraphs: [[Piece]] = [[]]
    var depth = 0
    var start = 0
    func end(_ offset: Int) {
      guard offset > start else { return }
      let text = String(decoding: bytes[start..<offset], as: UTF8.self)
      if let last = paragraphs[paragraphs.count - 1].last, last.isHit == (depth > 0) {
        paragraphs[paragraphs.count - 1][paragraphs[paragraphs.count - 1].count - 1].text += text
      } else {
        paragraphs[paragraphs.count - 1].append(Piece(text: text, isHit: depth > 0))
      }
    }
    for (offset, byte) in bytes.enumerated() {
      if let change = borders[offset] {
        end(offset)
        depth += change
        start = offset
      }
      if byte == 0x0A || byte == 0x0D {
        end(offset)
        start = offset + 1
        paragraphs.append([])
      }
    }
    end(bytes.count)
    self.paragraphs = paragraphs.filter { !$0.isEmpty }
  }
}
