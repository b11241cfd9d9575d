import Foundation
import Model
import Reading
import Workbench

/// Reads and codes on a terminal: keys to the reader, its wishes to the study, its frames to the screen.
struct ScreenReading {
  private var reader: Reader
  private let desk: ReadingDesk
  private let screen: FullScreen
  private let writer: ScreenText
  private let keep: (Bookmark) -> Void
  private var decoder = KeyDecoder()
  private var shown: Frame?
  /// Keys came since the place was remembered.
  private var hasMoved = false

  /// How long an escape may be the start of a key, in milliseconds.
  private static let escapeWait = 40
  /// After how long without a key the place is remembered, in milliseconds.
  private static let bookmarkWait = 1500

  init(
    _ reader: Reader, _ desk: ReadingDesk, on screen: FullScreen, palette: ScreenText.Palette,
    keep: @escaping (Bookmark) -> Void
  ) {
    self.reader = reader
    self.desk = desk
    self.screen = screen
    self.keep = keep
    writer = ScreenText(palette: palette)
  }

  /// Until the reader leaves, or the terminal does.
  mutating func run() {
    defer { keep(reader.bookmark) }
    while true {
      draw()
      let wait = decoder.isWaiting ? Self.escapeWait : hasMoved ? Self.bookmarkWait : -1
      switch screen.wait(milliseconds: wait) {
      case .bytes(let bytes):
        guard press(decoder.take(bytes)) else { return }
      case .quiet where decoder.isWaiting:
        guard press(decoder.giveUp()) else { return }
      case .quiet:
        keep(reader.bookmark)
        hasMoved = false
      case .resized:
        reader.resize(width: screen.width, height: screen.height)
        shown = nil
      case .again: break
      case .ended: return
      }
    }
  }

  /// False when the reader leaves.
  private mutating func press(_ keys: [Key]) -> Bool {
    hasMoved = hasMoved || !keys.isEmpty
    for key in keys {
      guard let wish = reader.press(key) else { continue }
      guard let answer = desk.carryOut(wish, for: reader.copy) else { return false }
      reader.hear(answer)
      if wish == .reread { shown = nil }
    }
    return true
  }

  private mutating func draw() {
    let frame = reader.draw()
    guard frame != shown else { return }
    screen.write(writer.write(frame, over: shown, width: screen.width))
    shown = frame
  }
}

extension Session {
  /// The reading mode; ends the program where a signal asked for that.
  func read(_ command: Read, line: String) throws {
    let workbench = try open()
    if workbench.coder == nil, console.isTerminal, let ask = console.ask {
      let name = ask("Who codes? (a name; Enter only reads) ")?.trimmed ?? ""
      if !name.isEmpty { try changeCoder(name) }
    }
    workbench.line = line
    let (copy, segment) = try workbench.readingCopy(command.address ?? workbench.nextAssigned())
    try FullScreen.require(console, environment, for: copy.transcript.name)
    let memory = BookmarkMemory(environment: environment)
    let place = BookmarkMemory.Place(
      study: workbench.guid, coder: workbench.coder ?? "", transcript: copy.transcript.name)
    guard let screen = FullScreen() else { throw FullScreen.noTerminal(copy.transcript.name) }
    var reader = Reader(
      copy, options: command.options(isBlind: workbench.isBlind), bookmark: memory.bookmark(at: place),
      width: screen.width, height: screen.height)
    if let segment { reader.go(to: segment - 1) }
    var reading = ScreenReading(
      reader, ReadingDesk(workbench), on: screen, palette: FullScreen.palette(console, environment)
    ) { memory.remember($0, at: place) }
    reading.run()
    let signal = screen.close()
    guard signal == 0 else {
      close()
      Foundation.signal(signal, SIG_DFL)
      raise(signal)
      return
    }
  }
}
