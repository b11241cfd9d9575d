import Model

extension Session {
  /// Shows how the shell is set, or sets it.
  func set(_ name: String?, _ value: String?) throws {
    guard let name else { return console.result(settings.shown) }
    try settings.set(name, value ?? (settings.isOn(name) ? "on" : "off"))
    console.result("'\(name)' is \(settings.isOn(name) ? "on" : "off").")
  }

  /// Carries out a command and gives its result to a program; messages go where they always go.
  func run(_ piped: PipedLine, in line: String) throws(Problem) -> Int32 {
    guard settings.pipes else {
      throw Problem(
        "Results go on into another program only where that is turned on.", typed: line, caret: piped.column,
        hint: "Turn it on with: set pipes on (a | that is a letter stands in quotation marks).", kind: .usage)
    }
    guard !piped.program.isEmpty, !piped.command.isEmpty else {
      throw Problem(
        "A command stands before | and a program behind it.", typed: line, caret: piped.column,
        hint: "As in: frequencies | head -5", kind: .usage)
    }
    var code: Int32 = 0
    let text = console.collecting { code = run(line: piped.command) }
    guard code <= 1 else { return code }
    do {
      switch try ProgramPipe.run(piped.program, input: text) {
      case 0: return code
      case 128 + 2: console.message("'\(piped.program)' was stopped.")
      case 1:
        console.message("'\(piped.program)' ended with 1.")
        return 1
      case let ended: console.message("'\(piped.program)' ended with \(ended).")
      }
    } catch let problem as Problem {
      throw problem
    } catch {}
    return 2
  }
}
