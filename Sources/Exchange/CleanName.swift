import Model

extension String {
  /// A name from a file of another program as it is kept: NFC, in one line, with nothing that commands a terminal.
  ///
  /// Control characters become blanks; marks that turn the direction of a text are left out.
  var cleanName: String {
    guard unicodeScalars.contains(where: { Self.isControl($0) || Self.turnsDirection($0) }) else {
      return composed.trimmed
    }
    var clean = String.UnicodeScalarView()
    for scalar in unicodeScalars where !Self.turnsDirection(scalar) {
      clean.append(Self.isControl(scalar) ? " " : scalar)
    }
    return String(clean).composed.trimmed
  }

  /// The name as it is kept, nil where nothing is left of it.
  var nameContent: String? {
    let name = cleanName
    return name.isEmpty ? nil : name
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
  }

  private static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }
}
