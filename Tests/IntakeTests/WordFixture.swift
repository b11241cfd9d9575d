import CZip

@testable import Intake

/// Word documents built for a test.
enum WordFixture {
  static let opening =
    #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#
    + #"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#
    + #" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math""#
    + #" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#
    + #" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape""#
    + #" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:body>"#
  static let closing = "</w:body></w:document>"

  static func xml(_ body: String) -> [UInt8] { Array((opening + body + closing).utf8) }

  static func run(_ words: String, bold: Bool = false) -> String {
    "<w:r>\(bold ? "<w:rPr><w:b/></w:rPr>" : "")<w:t xml:space=\"preserve\">\(words)</w:t></w:r>"
  }

  static func paragraph(_ words: String...) -> String { "<w:p>\(words.map { run($0) }.joined())</w:p>" }

  static func table(_ rows: [[String]]) -> String {
    let cells = rows.map { row in row.map { "<w:tc>\(paragraph($0))</w:tc>" }.joined() }
    return "<w:tbl>\(cells.map { "<w:tr>\($0)</w:tr>" }.joined())</w:tbl>"
  }

  /// A part with notes: `kind` is `footnote`, `endnote` or `comment`.
  static func notes(_ kind: String, _ notes: [(id: Int, text: String)]) -> [UInt8] {
    let inside = notes.map { "<w:\(kind) w:id=\"\($0.id)\">\(paragraph($0.text))</w:\(kind)>" }.joined()
    let separator = "<w:\(kind) w:id=\"-1\" w:type=\"separator\">\(paragraph("---"))</w:\(kind)>"
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return Array("<w:\(kind)s xmlns:w=\"\(namespace)\">\(separator)\(inside)</w:\(kind)s>".utf8)
  }

  static func docx(_ body: String, name: String = "x.docx") -> SourceFile {
    SourceFile(name: name, bytes: archive([("word/document.xml", xml(body))]))
  }

  /// A ZIP archive, made in memory; with a password its entries are encrypted.
  static func archive(_ entries: [(String, [UInt8])], password: String? = nil) -> [UInt8] {
    var error = zip_error_t()
    guard let buffer = zip_source_buffer_create(nil, 0, 0, &error) else { return [] }
    zip_source_keep(buffer)
    defer { zip_source_free(buffer) }
    guard let zip = zip_open_from_source(buffer, ZIP_TRUNCATE, &error) else { return [] }
    var held: [UnsafeMutableRawPointer] = []
    defer { held.forEach { $0.deallocate() } }
    for (name, bytes) in entries {
      let copy = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
      copy.copyMemory(from: bytes, byteCount: bytes.count)
      held.append(copy)
      let source = zip_source_buffer(zip, copy, zip_uint64_t(bytes.count), 0)
      let index = zip_file_add(zip, name, source, 0)
      guard index >= 0 else { return [] }
      if let password { zip_file_set_encryption(zip, zip_uint64_t(index), UInt16(ZIP_EM_AES_256), password) }
    }
    guard zip_close(zip) == 0 else { return [] }
    return contents(of: buffer)
  }

  private static func contents(of source: OpaquePointer) -> [UInt8] {
    var stat = zip_stat_t()
    guard zip_source_stat(source, &stat) == 0, zip_source_open(source) == 0 else { return [] }
    defer { zip_source_close(source) }
    var bytes = [UInt8](repeating: 0, count: Int(stat.size))
    let read = bytes.withUnsafeMutableBytes { zip_source_read(source, $0.baseAddress, zip_uint64_t($0.count)) }
    return Int(read) == bytes.count ? bytes : []
  }
}
