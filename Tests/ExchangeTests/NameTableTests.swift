import Testing

@testable import Exchange

@Suite struct NameTableTests {
  @Test("Each name gets one number, however often and in whatever spelling it stands")
  func numbers() {
    var table = NameTable()
    var numbers: [Int32] = []
    let names = (0..<500).map { "name \($0 % 250)" } + ["e\u{301}n", "én"]
    for name in names {
      numbers.append(table.number(of: name.utf8.span) { $0.withUnsafeBytes { String(decoding: $0, as: UTF8.self) } })
    }
    #expect(table.names == Array(names.prefix(250)) + ["én"])
    #expect(numbers == (0..<500).map { Int32($0 % 250) } + [250, 250])
  }
}
