/// How the columns and rows of a terminal are shared out.
struct ScreenLayout: Equatable, Sendable {
  static let leastWidth = 20
  static let leastHeight = 6

  var width: Int
  var height: Int
  /// For the number of a segment and the bar beside the one that is read.
  var gutter: Int
  /// For the words of a segment.
  var textWidth: Int
  /// Where codes stand beside the words; nil where they stand under them.
  var marginStart: Int?
  var marginWidth = 0

  /// `segments` is how many there are, for the width of their numbers.
  init(width: Int, height: Int, segments: Int) {
    self.width = max(1, width)
    self.height = max(1, height)
    gutter = max(2, String(segments).count) + 3
    let room = self.width - gutter
    if self.width >= 64 {
      marginWidth = min(34, self.width * 3 / 10)
      textWidth = min(88, room - marginWidth - 2)
      marginStart = gutter + textWidth + 2
      marginWidth = min(44, self.width - gutter - textWidth - 2)
    } else {
      textWidth = max(1, room)
    }
  }

  var isTooSmall: Bool { width < Self.leastWidth || height < Self.leastHeight }

  /// Rows for the transcript, when so many at the bottom are taken for a list.
  func bodyHeight(list: Int) -> Int { max(1, height - 3 - list) }
}
