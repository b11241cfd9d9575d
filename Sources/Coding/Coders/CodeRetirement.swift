public import Model

/// Codes that are put no more: their codings stay, and `not` says since when and why.
///
/// It is part of the code's rules, so that it is written with the codebook, merged, and counted as a new version.
public enum CodeRetirement {
  private static let start = "Retired "

  /// Retires a code.
  ///
  /// - Parameter date: as `2022-05-12`.
  public static func retire(
    _ key: String, on date: String, reason: String, in codebook: Codebook, codings: Int
  ) throws(Problem) -> CodebookEdit {
    let index = try CodebookEdit.index(of: key, in: codebook)
    if let sentence = sentence(of: codebook.codes[index]) {
      throw Problem("The code '\(key)' is retired already: \(sentence)")
    }
    var changed = codebook
    let former = codebook.codes[index].not.map { "\n" + $0 } ?? ""
    changed.codes[index].not = "\(start)\(date): \(reason)" + former
    return CodebookEdit(
      changed,
      "Retired code \(key) '\(codebook.codes[index].name)'; it keeps \(Count(codings, "coding").orNone). Reason: \(reason)"
    )
  }

  /// When and why a code was retired; nil for one that is in use.
  public static func sentence(of code: Code) -> String? {
    code.not?.split(separator: "\n").first(where: isSentence).map(String.init)
  }

  /// As in `Retired 2022-05-12: why`; after a merge it may stand below other lines.
  private static func isSentence(_ line: Substring) -> Bool {
    let rest = line.utf8.dropFirst(start.utf8.count)
    let date = rest.prefix(10).enumerated().allSatisfy { place, byte in
      [4, 7].contains(place) ? byte == UInt8(ascii: "-") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    return line.hasPrefix(start) && date && rest.dropFirst(10).first == UInt8(ascii: ":")
  }
}
