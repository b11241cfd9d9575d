import Intake
import Model

/// Makes pixels of a picture, by the program `rsvg-convert` where that is installed.
enum PictureConverter {
  /// What is typed for it, and the ending of its files.
  static let name = "png"

  /// The picture as PNG, twice as fine as a screen shows it.
  static func png(of svg: [UInt8], by program: String = "rsvg-convert") throws -> [UInt8] {
    switch ChildProcess.run(program, ["--format", "png", "--zoom", "2"], input: svg) {
    case .ended(status: 0, let output, _) where !output.isEmpty: return output
    case .notFound:
      throw Problem(
        "PNG is made by the program '\(program)', which is not installed.",
        hint: "Install it: apt-get install librsvg2-bin; or write SVG: --output picture.svg")
    case .notStarted, .tookTooLong, .wroteTooMuch, .ended:
      throw Problem(
        "'\(program)' could not make a PNG of this picture.", hint: "Write SVG instead: --output picture.svg")
    }
  }
}
