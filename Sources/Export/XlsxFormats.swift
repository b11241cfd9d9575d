import CXlsxWriter
import Model

/// The formats of cells in a workbook, each made once.
final class XlsxFormats {
  typealias Format = UnsafeMutablePointer<lxw_format>

  private struct Key: Hashable {
    var number: String?
    /// The shade in steps of a hundredth.
    var heat: Int?
    var wraps = false
  }

  private let book: UnsafeMutablePointer<lxw_workbook>
  private var made: [Key: Format] = [:]
  private var heads: [Bool: Format] = [:]

  init(_ book: UnsafeMutablePointer<lxw_workbook>) { self.book = book }

  /// Wrapped words.
  var words: Format? { format(Key(wraps: true)) }

  func head(isNumeric: Bool) -> Format? {
    if let head = heads[isNumeric] { return head }
    guard let head = workbook_add_format(book) else { return nil }
    format_set_bold(head)
    format_set_text_wrap(head)
    format_set_align(head, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    format_set_align(head, UInt8((isNumeric ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT).rawValue))
    format_set_bottom(head, UInt8(LXW_BORDER_THIN.rawValue))
    heads[isNumeric] = head
    return head
  }

  func cell(_ kind: Table.Kind, decimals: Int?, heat: Double?) -> Format? {
    let step = heat.map { Int(($0 * 100).rounded()) }
    return switch kind {
    case .text: words
    case .count: format(Key(number: "#,##0", heat: step))
    case .percent: format(Key(number: "0\(places(decimals ?? 0))%", heat: step))
    case .number: format(Key(number: "0\(places(decimals ?? 3))", heat: step))
    case .time: format(Key(number: "[hh]:mm:ss"))
    }
  }

  private func places(_ decimals: Int) -> String {
    decimals > 0 ? "." + String(repeating: "0", count: min(decimals, NumberText.most)) : ""
  }

  private func format(_ key: Key) -> Format? {
    if let format = made[key] { return format }
    guard let format = workbook_add_format(book) else { return nil }
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    if let number = key.number { format_set_num_format(format, number) }
    if key.wraps { format_set_text_wrap(format) }
    if let step = key.heat {
      let heat = Double(step) / 100
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_bg_color(format, HeatColour.rgb(heat))
      if HeatColour.isDark(heat) { format_set_font_color(format, 0xFFFFFF) }
    }
    made[key] = format
    return format
  }
}
