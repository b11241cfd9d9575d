import Testing

@testable import Reading

@Suite("ScreenLayout")
struct ScreenLayoutTests {
  @Test("Whatever the size, what stands on a row fits", arguments: [1, 5, 19, 20, 39, 63, 64, 80, 120, 300])
  func fits(width: Int) {
    for segments in [1, 999, 100_000] {
      let layout = ScreenLayout(width: width, height: 24, segments: segments)
      #expect(layout.textWidth >= 1)
      if let start = layout.marginStart {
        #expect(start >= layout.gutter + layout.textWidth + 2)
        #expect(start + layout.marginWidth <= width && layout.marginWidth >= 19)
      } else if !layout.isTooSmall {
        #expect(layout.gutter + layout.textWidth <= width)
      }
    }
  }

  @Test("Codes stand beside the words from 64 columns on")
  func margin() {
    #expect(ScreenLayout(width: 63, height: 24, segments: 9).marginStart == nil)
    #expect(ScreenLayout(width: 64, height: 24, segments: 9).marginStart != nil)
  }

  @Test("A list leaves at least a row for the transcript")
  func body() {
    #expect(ScreenLayout(width: 80, height: 24, segments: 9).bodyHeight(list: 0) == 21)
    #expect(ScreenLayout(width: 80, height: 6, segments: 9).bodyHeight(list: 9) == 1)
    #expect(ScreenLayout(width: 80, height: 5, segments: 9).isTooSmall)
  }
}
