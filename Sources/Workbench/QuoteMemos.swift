import Model
import Store

/// The memos of a study as a book of quotes asks for them.
struct QuoteMemos {
  private var ofCodes: [String: [ExcerptMemo]] = [:]
  /// By transcript; the spans are in Unicode code points, as those of excerpts.
  private var ofPassages: [String: [(span: Range<Int>, code: String?, memo: ExcerptMemo)]] = [:]

  init(_ store: StudyStore) throws {
    var positions: [String: TextPositions] = [:]
    for memo in try store.memos() {
      let shown = ExcerptMemo(coder: memo.coder, text: memo.text)
      switch memo.subject {
      case .code(let key): ofCodes[key, default: []].append(shown)
      case .passage(let name, let span, let code):
        if positions[name] == nil { positions[name] = try store.text(ofTranscript: name).map { TextPositions($0) } }
        guard let start = positions[name]?.codePoint(ofByte: span.start),
          let end = positions[name]?.codePoint(ofByte: span.end)
        else { continue }
        ofPassages[name, default: []].append((start..<end, code, shown))
      case .study, .ofCase, .transcript: continue
      }
    }
  }

  func about(_ code: String) -> [ExcerptMemo] { ofCodes[code] ?? [] }

  /// The excerpt with the memos about words of it, but those about another code that stands there.
  func noted(_ excerpt: Excerpt, under code: String) -> Excerpt {
    guard let passages = ofPassages[excerpt.transcript] else { return excerpt }
    var excerpt = excerpt
    excerpt.memos = passages.filter {
      $0.span.overlaps(excerpt.start..<excerpt.end) && ($0.code == nil || $0.code == code)
    }.map(\.memo)
    return excerpt
  }
}
