/// What was pressed, as a terminal tells it.
public enum Key: Hashable, Sendable {
  /// Anything that is seen when it is typed: a letter, a digit, a sign, a space.
  case letter(Character)
  /// Text that came from the clipboard, as it came.
  case paste(String)
  /// With Ctrl; the letter is small.
  case control(Character)
  case enter, tab, backTab, escape, backspace, delete
  case up, down, left, right
  case shiftUp, shiftDown, shiftLeft, shiftRight
  case home, end, pageUp, pageDown
  /// F1.
  case help
}
