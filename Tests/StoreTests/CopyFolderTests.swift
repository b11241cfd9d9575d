import Foundation
import Testing

@testable import Store

@Suite struct CopyFolderTests {
  @Test("Copies lie beside the study, or in a folder of the study's own in one for many")
  func places() {
    let beside = CopyFolder(beside: "/home/mila/np.draad")
    #expect(beside.path == "/home/mila/np.backups")
    #expect(beside.place(beside.name(.daily, day: "2026-11-21")) == "/home/mila/np.backups/np-2026-11-21.draad.gz")
    #expect(beside.name(.version(2)) == "np-version-2")
    #expect(beside.name(.repair, day: "2026-11-21") == "np-2026-11-21-before-repair")
    #expect(CopyFolder(beside: "np.draad").path == "np.backups")
    #expect(
      CopyFolder(of: "x/np.draad", guid: "C0FFEE00-1234", in: "/media/usb").path == "/media/usb/np-C0FFEE00")
    #expect(CopySetting("off") == .off)
    #expect(CopySetting("beside") == .beside)
    #expect(CopySetting("/media/usb") == .folder("/media/usb"))
  }

  @Test("The copies are listed by what they are for, the newest first, and other files are left alone")
  func listing() throws {
    let folder = try TemporaryFolder()
    let copies = CopyFolder(beside: folder.file("np.draad"))
    try copies.make()
    #expect(try FileManager.default.attributesOfItem(atPath: copies.path)[.posixPermissions] as? Int == 0o700)
    let names = [
      "np-2026-11-20.draad.gz", "np-2026-11-21.draad.gz", "np-2026-11-21-before-repair.draad.gz",
      "np-2026-11-21-before-repair.2.draad.gz", "np-version-2.draad.gz",
    ]
    let others = ["np-2026-11-20.draad", "np-mine.draad.gz", "np2-2026-11-20.draad.gz", "letter.txt"]
    for name in names + others { try Data("four".utf8).write(to: URL(fileURLWithPath: copies.path + "/" + name)) }
    let found = copies.copies()
    #expect(found.map(\.name) == [names[4], names[1], names[2], names[3], names[0]])
    #expect(found.map(\.kind) == [.version(2), .daily, .repair, .repair, .daily])
    #expect(found.map(\.day) == [nil, "2026-11-21", "2026-11-21", "2026-11-21", "2026-11-20"])
    #expect(found.map(\.size) == [4, 4, 4, 4, 4])
    #expect(copies.freePath(.repair, day: "2026-11-21") == copies.path + "/np-2026-11-21-before-repair.3.draad.gz")
  }

  @Test("Only daily copies are thinned")
  func thinning() throws {
    let folder = try TemporaryFolder()
    let copies = CopyFolder(beside: folder.file("np.draad"))
    try copies.make()
    let daily = (10...28).map { "np-2026-11-\($0).draad.gz" }
    // Files of the person's own.
    let own = [
      "np-2019-01-01.eindversie.draad.gz", "np-2019-01-02..draad.gz", "np-2019-01-03.2.oud.draad.gz",
      "np-2019-01-04.²3.draad.gz",
    ]
    for name in own { try Data().write(to: URL(fileURLWithPath: copies.path + "/" + name)) }
    for name in daily + ["np-2026-11-10-before-repair.draad.gz", "np-version-1.draad.gz", "np-2026-11-10.txt"] {
      try Data().write(to: URL(fileURLWithPath: copies.path + "/" + name))
    }
    copies.thin()
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: copies.path).sorted()
        == own + ["np-2026-11-10-before-repair.draad.gz", "np-2026-11-10.txt", "np-2026-11-15.draad.gz"]
        + (22...28).map { "np-2026-11-\($0).draad.gz" } + ["np-version-1.draad.gz"])
  }
}
