import Foundation
import Reading
import Workbench

/// Shows a table on the whole screen until the person leaves it.
enum TablePager {
  /// How long an escape may be the start of a key, in milliseconds.
  private static let escapeWait = 40

  /// False where there is no screen for it; ends the program where a signal asked for that.
  static func show(_ text: String, keeping head: FrozenHead, palette: ScreenText.Palette) -> Bool {
    guard let screen = FullScreen() else { return false }
    var view = TableView(text, keeping: head, width: screen.width, height: screen.height)
    run(&view, on: screen, ScreenText(palette: palette))
    let signal = screen.close()
    if signal != 0 {
      Foundation.signal(signal, SIG_DFL)
      raise(signal)
    }
    return true
  }

  private static func run(_ view: inout TableView, on screen: FullScreen, _ writer: ScreenText) {
    var decoder = KeyDecoder()
    var shown: Frame?
    func press(_ keys: [Key]) -> Bool { keys.allSatisfy { view.press($0) } }
    while true {
      let frame = view.draw()
      if frame != shown { screen.write(writer.write(frame, over: shown, width: screen.width)) }
      shown = frame
      switch screen.wait(milliseconds: decoder.isWaiting ? escapeWait : -1) {
      case .bytes(let bytes): guard press(decoder.take(bytes)) else { return }
      case .quiet: guard press(decoder.giveUp()) else { return }
      case .resized:
        view.resize(width: screen.width, height: screen.height)
        shown = nil
      case .again: break
      case .ended: return
      }
    }
  }
}
