import Export
import Foundation
import FoundationXML
import Model
import Testing

@Suite("Hostile words")
struct HostileTests {
  private static let textFormats = ExportFormat.allCases.filter(\.isText)
  private static let documents: [ExportFormat] = [.docx, .xlsx]

  /// Everything that can be written of tables and quotes that mean harm.
  private static func results(_ format: ExportFormat) throws -> [[UInt8]] {
    var results: [[UInt8]] = []
    for options in [ExportOptions(), ExportOptions(width: 40, labels: .nl, decimals: 1, rounding: .largestRemainder)] {
      switch format {
      case .svg:
        for kind in [PictureKind.bars, .heatmap, .network] {
          var options = options
          options.picture = kind
          let tables = kind == .network ? [Samples.hostileMatrix] : [Samples.hostile, Samples.hostileMatrix]
          results += try tables.map { try format.export($0, options: options) }
        }
      case .graphml, .gexf: results.append(try format.export(Samples.hostileMatrix, options: options))
      default:
        results += try [Samples.hostile, Samples.hostileMatrix].map { try format.export($0, options: options) }
        results.append(try format.export(Samples.hostileExcerpts, options: options))
        results.append(try format.export(Samples.hostileBook, options: options))
      }
    }
    return results
  }

  @Test("No text commands a terminal or turns the direction of a line", arguments: textFormats)
  func quiet(format: ExportFormat) throws {
    for result in try Self.results(format) {
      let found = String(decoding: result, as: UTF8.self).unicodeScalars.filter { scalar in
        switch scalar.value {
        case 0x0A: false
        case 0x09, 0x0D: format != .csv && format != .tsv
        case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: true
        default: false
        }
      }
      #expect(Set(found.map(\.value)) == [])
    }
  }

  @Test("The same input gives the same bytes", arguments: ExportFormat.allCases)
  func same(format: ExportFormat) throws { #expect(try Self.results(format) == Self.results(format)) }

  @Test("Pictures and networks are XML that can be read", arguments: [ExportFormat.svg, .graphml, .gexf])
  func wellFormed(format: ExportFormat) throws {
    for result in try Self.results(format) { #expect(XMLParser(data: Data(result)).parse()) }
  }

  @Test("Documents and workbooks are packages of XML that can be read", arguments: documents)
  func packages(format: ExportFormat) throws {
    for result in try Self.results(format) {
      let package = OpenedPackage(result)
      #expect(package.names.count > 5)
      for (name, bytes) in zip(package.names, package.bytes) where !bytes.isEmpty {
        #expect(XMLParser(data: Data(bytes)).parse(), "\(name)")
      }
    }
  }

  @Test("No cell of a workbook is a formula or a link")
  func formulas() throws {
    for result in try Self.results(.xlsx) {
      let package = OpenedPackage(result)
      let sheets = package.names.filter { $0.hasPrefix("xl/worksheets/sheet") }
      #expect(sheets == ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"])
      for sheet in sheets {
        let text = package.text(of: sheet)
        #expect(!text.contains("<f>") && !text.contains("<hyperlink"))
      }
    }
  }

  @Test("A page has the markup of the page and no other", arguments: [0, 1, 2, 3])
  func page(number: Int) throws {
    let text = String(decoding: try Self.results(.html)[number], as: UTF8.self)
    let scripts = text.components(separatedBy: "<script").count - 1
    #expect(scripts == (number >= 2 ? 0 : 1))
    #expect(!text.contains("onload=\"") && !text.contains("<b>"))
  }

  @Test("LaTeX has no command from the words of a transcript")
  func commands() throws {
    for result in try Self.results(.tex) {
      let text = String(decoding: result, as: UTF8.self)
      #expect(!text.contains("\\input{x}") && !text.contains("\\write18"))
      #expect(text.contains("\\textbackslash{}input\\{x\\} \\textbackslash{}write18 \\$x\\textasciicircum{}2\\_3 \\%"))
    }
  }

  @Test("A cell that is longer than a spreadsheet allows is cut, and the recipe says so")
  func longCell() throws {
    let table = Table(
      title: "", columns: [.init("a", "A", .text)],
      rows: [[.text(String(repeating: "é", count: 40_000))], [.text("b")]])
    let book = OpenedPackage(try ExportFormat.xlsx.export(table))
    let strings = book.text(of: "xl/sharedStrings.xml")
    #expect(strings.contains(String(repeating: "é", count: 32_763) + " […]</t>"))
    #expect(strings.contains("<t>1 cell longer than 32767 characters</t>"))
  }
}
