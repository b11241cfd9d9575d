import Foundation
import TestSupport

@testable import Intake

/// Files as other programs write them, from `Fixtures`.
enum Fixture {
  static func file(_ name: String) throws -> SourceFile {
    let path = RepositoryFiles.path("Tests/IntakeTests/Fixtures/\(name)")
    return SourceFile(name: name, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
  }
}
