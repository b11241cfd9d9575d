import Foundation
import Model
import TestSupport
import Testing

@testable import Workbench

struct PictureConverterTests {
  private func program(_ script: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let path = try folder.write("#!/bin/sh\n" + script, to: PictureConverter.program)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    return folder
  }

  @Test("The program is given the picture, and what it wrote comes back")
  func converted() throws {
    let folder = try program("echo words; echo more >&2; { echo \"$1 $2 $3\"; cat \"$5\"; } > \"$4\"\n")
    let bytes = try PictureConverter.png(of: Array("<svg/>".utf8), folders: ["/no/such", folder.path])
    #expect(String(decoding: bytes, as: UTF8.self) == "--zoom 2 --output\n<svg/>")
  }

  @Test("A program that is not there, or that fails, says what to do")
  func refused() throws {
    #expect(
      throws: Problem(
        "PNG is made by the program 'rsvg-convert', which is not installed.",
        hint: "Install it: apt-get install librsvg2-bin; or write SVG: --output picture.svg")
    ) { try PictureConverter.png(of: [], folders: ["/no/such"]) }
    let failing = try program("exit 3\n")
    #expect(
      throws: Problem(
        "'rsvg-convert' could not make a PNG of this picture.", hint: "Write SVG instead: --output picture.svg")
    ) { try PictureConverter.png(of: [], folders: [failing.path]) }
  }
}
