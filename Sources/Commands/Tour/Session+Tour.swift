import Model
import Workbench

extension Session {
  func makeSample(_ command: Demo) throws {
    let made = try Workbench.sample(in: command.folder, copies: copies.setting, clock: clock)
    adopt(made)
    console.result(
      """
      Made the sample study \(made.path), with its interviews, codebook and sheets as files in \(command.folder)/np-onderwijs.
      Next: \(isConversing ? "tour" : "draad \(made.path), and there: tour")
      """)
  }

  /// Begins the tour, or goes on with it.
  func walk(_ command: TourCommand) throws {
    guard isConversing else {
      throw Problem(
        "The tour is walked in the shell.",
        hint: "Open the sample there, and type tour: draad demo, and then: draad draad-sample/np-onderwijs.draad",
        kind: .usage)
    }
    if command.wish == .stop {
      let was = tour
      tour = nil
      return console.result(was == nil ? "No tour was going on." : "The tour is over; 'tour' begins it again.")
    }
    let workbench = try open()
    guard try Set(workbench.transcriptNames()).isSuperset(of: ["s01-team", "s05-leerkrachten"]) else {
      throw Problem(
        "The tour walks through the sample study, and \(workbench.path) is another.",
        hint: "Make the sample and open it, and then type tour: demo")
    }
    var next = tour ?? Tour()
    switch command.wish {
    case .next: next.skip()
    case .back: next.goBack()
    case .stop, nil: break
    }
    show(next)
  }

  /// Tells the tour of a line that was carried out.
  func tellTour(_ words: [String]) {
    guard var next = tour, let follows = next.heard(words) else { return }
    console.message(follows)
    tour = next.isOver ? nil : next
  }

  private func show(_ next: Tour) {
    console.message(next.text)
    tour = next.isOver ? nil : next
  }
}
