@testable import Intake

/// PDF files built for a test: pages of lines in Helvetica, written as ISO 32000-1 (2008) has them.
enum PdfFixture {
  /// Each page is a list of lines, each with where it stands: points from the left and from the bottom of the page.
  static func file(_ pages: [[(x: Int, y: Int, words: String)]], name: String = "x.pdf") -> SourceFile {
    SourceFile(name: name, bytes: bytes(pages))
  }

  /// Lines one below the other from the top of the page, at its left margin.
  static func lines(_ words: [String]) -> [(x: Int, y: Int, words: String)] {
    words.enumerated().map { (72, 760 - 14 * $0.offset, $0.element) }
  }

  static func bytes(_ pages: [[(x: Int, y: Int, words: String)]]) -> [UInt8] {
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for (number, page) in pages.enumerated() {
      let words = page.map { "BT /F 11 Tf 1 0 0 1 \($0.x) \($0.y) Tm (\(escaped($0.words))) Tj ET\n" }.joined()
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >>"
          + " /Contents \(5 + 2 * number) 0 R >>")
      objects.append("<< /Length \(words.utf8.count) >>\nstream\n\(words)endstream")
    }
    return whole(objects)
  }

  /// Characters outside ASCII as octal numbers of Windows-1252.
  private static func escaped(_ words: String) -> String {
    words.unicodeScalars.map { scalar in
      if scalar == "(" || scalar == ")" || scalar == "\\" { return "\\\(scalar)" }
      return scalar.value < 0x80 ? String(scalar) : "\\" + String(scalar.value, radix: 8)
    }.joined()
  }

  private static func whole(_ objects: [String]) -> [UInt8] {
    var file = "%PDF-1.4\n"
    var places: [Int] = []
    for (number, object) in objects.enumerated() {
      places.append(file.utf8.count)
      file += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    let rows = places.map { place in
      String(repeating: "0", count: 10 - String(place).count) + "\(place) 00000 n \n"
    }
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n" + rows.joined()
    file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }
}
