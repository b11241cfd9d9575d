import Foundation
import Model
import TestSupport
import Testing

@testable import Commands

@Suite("The tour")
struct TourTests {
  @Test("A line of the step goes on, any other leaves the step, and after the tenth it is over")
  func steps() {
    var tour = Tour()
    #expect(tour.heard(["log"]) == nil)
    #expect(tour.place == 0)
    for (number, step) in TourStep.all.enumerated() {
      #expect(tour.text.hasPrefix("Tour, step \(number + 1) of 10: \(step.title)\n"))
      #expect(tour.heard(step.line.split(separator: " ").map(String.init))?.contains(step.seen) == true)
    }
    #expect(tour.isOver)
    #expect(tour.heard(["info"]) == nil)
  }

  @Test("A result goes on only when it goes to a file, however that is written")
  func needs() {
    var tour = Tour()
    for _ in 0..<9 { tour.skip() }
    #expect(tour.heard(["find", "werkdruk"]) == nil)
    #expect(tour.heard(["find", "werkdruk", "--output=quotes.html"]) != nil)
  }

  @Test("One can go back and on, and not beyond the ends")
  func moving() {
    var tour = Tour()
    tour.goBack()
    #expect(tour.place == 0)
    for _ in 0..<12 { tour.skip() }
    #expect(tour.isOver)
    tour.goBack()
    #expect(tour.place == 9)
  }

  @Test("Every line but that of the reading mode is answered in the sample study, and the tour follows")
  func walked() throws {
    let folder = try TemporaryFolder()
    let shell = Shell(
      environment: ["HOME": folder["home"]], clock: { "2026-01-02T03:04:05Z" })
    defer { shell.close() }
    let made = shell.respond(to: "demo \(folder["sample"])")
    #expect(
      made == """
        Made the sample study \(folder["sample"])/np-onderwijs.draad, with its interviews, codebook and sheets as files in \
        \(folder["sample"])/np-onderwijs.
        Next: tour

        """)
    #expect(shell.respond(to: "tour").hasPrefix("Tour, step 1 of 10"))
    for step in TourStep.all {
      let line = step.line.replacing("werkdruk.docx", with: folder["werkdruk.docx"])
      guard step.needs != ["read"] else {
        _ = shell.respond(to: "tour next")
        continue
      }
      #expect(shell.respond(to: line).contains("\n\(step.seen)\n"), "\(line)")
    }
    #expect(shell.respond(to: "tour stop") == "No tour was going on.\n")
  }

  @Test("In another study it says so, and on the command line where it is walked")
  func elsewhere() throws {
    let folder = try TemporaryFolder()
    let shell = Shell(
      environment: ["HOME": folder["home"]], clock: { "2026-01-02T03:04:05Z" })
    defer { shell.close() }
    _ = shell.respond(to: "new \(folder["mine"])")
    #expect(
      shell.respond(to: "tour") == """
        Error: The tour walks through the sample study, and \(folder["mine.draad"]) is another.
        Hint: Make the sample and open it, and then type tour: demo

        """)
  }
}
