import Foundation
import Model
import TestSupport
import Testing

@testable import Workbench

struct PictureConverterTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func program(_ script: String) throws -> String {
    let path = try folder.write("#!/bin/sh\n" + script, to: "convert")
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    return path
  }

  @Test("The program is given the picture, and what it wrote comes back")
  func converted() throws {
    let bytes = try PictureConverter.png(of: Array("<svg/>".utf8), by: program("echo \"$*\"; echo more >&2; cat\n"))
    #expect(String(decoding: bytes, as: UTF8.self) == "--format png --zoom 2\n<svg/>")
  }

  @Test("A program that is not there says how to install it")
  func missing() {
    #expect(
      throws: Problem(
        "PNG is made by the program 'draad-no-such-program', which is not installed.",
        hint: "Install it: apt-get install librsvg2-bin; or write SVG: --output picture.svg")
    ) { try PictureConverter.png(of: [], by: "draad-no-such-program") }
  }

  @Test("A program that fails or writes nothing says what to do", arguments: ["exit 3\n", "exit 0\n"])
  func failed(script: String) throws {
    let path = try program(script)
    #expect(
      throws: Problem(
        "'\(path)' could not make a PNG of this picture.", hint: "Write SVG instead: --output picture.svg")
    ) { try PictureConverter.png(of: [], by: path) }
  }
}
