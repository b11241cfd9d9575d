/// Words that must read in LaTeX as they are: no command, no ligature, no active character.
enum LaTeXText {
  static func escaped(_ text: String) -> String {
    var escaped = ""
    var last: Unicode.Scalar = " "
    for scalar in DisplayWidth.printable(text).unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\textbackslash{}"
      case "{", "}", "$", "&", "#", "_", "%": escaped += "\\\(scalar)"
      case "^": escaped += "\\textasciicircum{}"
      case "~": escaped += "\\textasciitilde{}"
      case "<": escaped += "\\textless{}"
      case ">": escaped += "\\textgreater{}"
      case "|": escaped += "\\textbar{}"
      // Babel's Dutch gives the straight double quote a meaning of its own.
      case "\"": escaped += "\\textquotedbl{}"
      case "`": escaped += "\\textasciigrave{}"
      // At the start of a row a bracket or star would be read as belonging to the row before.
      case "[", "]", "*": escaped += "{\(scalar)}"
      case "-", "'", ",":
        if last == scalar { escaped += "{}" }
        escaped.unicodeScalars.append(scalar)
      default: escaped.unicodeScalars.append(scalar)
      }
      last = scalar
    }
    return escaped
  }
}
