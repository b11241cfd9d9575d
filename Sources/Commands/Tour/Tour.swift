/// The tour through the sample study: ten lines that the user types, each with a word before and after it.
struct Tour: Equatable {
  /// The number of the step that is to be typed, from 0; the number of steps when the tour is over.
  private(set) var place = 0

  var isOver: Bool { place >= TourStep.all.count }

  /// What is shown before a line is typed.
  var text: String {
    guard !isOver else {
      return """
        That was the tour. 'help' lists the commands; next might be: cooccurrence C1 C2 C3 --with O1,O2,O3, agreement, \
        or a study of your own: new FILE, import FOLDER, codebook load FILE.
        """
    }
    let step = TourStep.all[place]
    return """
      Tour, step \(place + 1) of \(TourStep.all.count): \(step.title)
      \(step.about)
      Type:  \(step.line)
      """
  }

  /// Hears of a line that was carried out; the words that follow on it, nil when it was another line than the step's.
  mutating func heard(_ words: [String]) -> String? {
    guard !isOver else { return nil }
    let step = TourStep.all[place]
    guard words.first == step.needs[0],
      step.needs.dropFirst().allSatisfy({ need in words.contains { $0 == need || $0.hasPrefix(need + "=") } })
    else { return nil }
    place += 1
    return "\n\(step.seen)\n\n\(text)"
  }

  mutating func skip() { place = min(place + 1, TourStep.all.count) }

  mutating func goBack() { place = max(place - 1, 0) }
}
