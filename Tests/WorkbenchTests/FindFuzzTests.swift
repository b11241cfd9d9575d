import Foundation
import Model
import TestSupport
import Testing
import Workbench

/// Whatever is asked of a study is answered, or refused in the words of the query language and not in those of its index.
///
/// 20 000 lines; DRAAD_FUZZ=1000000 tries that many, from DRAAD_FUZZ_SEED on.
@Suite("Fuzz of finding")
struct FindFuzzTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let lines = environment["DRAAD_FUZZ"].flatMap(Int.init) ?? 20_000
  private static let seed = environment["DRAAD_FUZZ_SEED"].flatMap(UInt64.init) ?? 8

  @Test("Whatever is asked is answered, or refused without a word of the database")
  func anything() throws {
    let study = try study()
    var soup = QuerySoup(seed: Self.seed)
    var (answered, empty) = (0, 0)
    for number in 0..<Self.lines {
      let line = soup.line()
      var request = QuoteRequest(limit: 3)
      (request.isRanked, request.shared) = (number % 7 == 0, number % 5 == 0)
      do {
        switch number % 4 {
        case 0: _ = try study.workbench.search(line, .init(), request)
        case 1: _ = try study.workbench.find("any", FilterRequest(condition: line), request)
        default: _ = try study.workbench.find(line, .init(), request)
        }
        answered += 1
      } catch let problem as Problem {
        if problem.kind == .nothingFound { empty += 1 }
        #expect(!"\(problem.what) \(problem.hint ?? "")".contains(study.folder.path), "\(line) \(problem)")
        let caret = problem.caret ?? 0
        #expect((0...(problem.typed ?? "").count).contains(caret), "\(line) \(problem)")
      } catch {
        Issue.record("\(line) \(error)")
      }
    }
    #expect(answered > Self.lines / 100 && empty > Self.lines / 100)
  }

  private func study() throws -> TestStudy {
    let study = try TestStudy()
    try study.importing([
      "c1/one.txt": "Ann: Ja, één-op-één. Zo'n leerachterstand!\n\nBob: Nee 🙂 words NEAR.\n\nAnn: Leer.\n\nBob: Ja.\n",
      "two.txt": "Cas: Ja \"hoor\" (5).\n\nDee: ﬁets\u{AD}en.\n\nCas: Klas.\n\nDee: Toets leerling.\n",
    ])
    _ = try study.workbench.loadCodebook(
      study.write("key,name,parent\nA,Aim,\nB,Bar,A\n", to: "codes.csv"))
    _ = try study.workbench.loadCases(study.write("case,sector,leerlingen\nc1,po|so,9\nc2,vo,10\n", to: "cases.csv"))
    for (coder, place, code) in [("Kim", "one:1", "A"), ("Lou", "one:1-2", "B"), ("Kim", "two:2", "B")] {
      study.workbench.coder = coder
      _ = try study.workbench.tag(place, [code])
    }
    return study
  }
}
