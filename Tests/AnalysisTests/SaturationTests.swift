import Model
import Testing

@testable import Analysis

@Suite("Saturation")
struct SaturationTests {
  private func saturation(_ codes: [Int] = [0, 1, 2, 3], _ unit: CountUnit = .transcripts) -> Saturation {
    Saturation(tree: SmallStudy.tree, codes: codes, unit: unit, orderSentence: "as imported")
  }

  @Test(
    "Each transcript has its codes, the new ones, all so far and what to expect; a child is no second code above it")
  func curve() {
    let table = saturation().curve([0, 1, 2, 3], on: SmallStudy.ground)
    #expect(
      table.roundedLines == [
        "document codes_in_document new_codes cumulative_codes rarefaction_expected", "elm-1 3 3 3 2.25",
        "elm-2 1 0 3 3.166666667",
        "oak-1 3 1 4 3.75", "stray 2 0 4 4.0",
      ])
    #expect(
      table.notes == [
        .init("Unit", "transcripts"), .init("Base", "4 transcripts"), .init("Order", "as imported"),
        .init("Codes", "as they were put; a code counts where it or a code below it that is not chosen was put"),
        .init("Expected", "the mean over all orders (rarefaction)"),
        .init("Rounding", "only where text is shown; CSV, TSV and JSON have every digit"),
      ])
  }

  @Test("Of a family alone, its children count for it; cases can be what is counted, in any order")
  func families() {
    let table = saturation([0, 3], .cases).curve([2, 1, 0], on: SmallStudy.ground)
    #expect(
      table.lines.map { $0.split(separator: " ").dropLast().joined(separator: " ") } == [
        "case codes_in_case new_codes cumulative_codes", "Ash 0 0 0", "Oak 2 2 2", "Elm 2 0 2",
      ])
    #expect(table.notes.contains(.init("Uncoded", "1 case without one of the codes, counted as bringing none")))
    #expect(table.notes.contains(.init("Left out", "1 transcript without a case.")))
  }

  @Test("Runs, points and richness are tables of the same curve")
  func others() {
    let order = [0, 1, 2, 3]
    let runs = saturation().runs(order, bases: [2, 3], lengths: [1], on: SmallStudy.ground)
    #expect(
      runs.lines == [
        "base_size run_length run_from run_to new_codes_in_run codes_in_base new_information",
        "2 1 3 3 1 3 \(1.0 / 3)", "2 1 4 4 0 3 0.0", "3 1 4 4 0 4 0.0",
      ])
    let points = saturation().points(
      order, bases: [2], lengths: [1, 9], thresholds: [0.5, 0.1], on: SmallStudy.ground)
    #expect(
      points.lines == [
        "base_size run_length threshold documents_at_saturation notation reason", "2 1 0.5 2 2+1 ", "2 1 0.1 3 3+1 ",
        "2 9 0.5 - - too_few_for_a_base_of_2_and_a_run_of_9", "2 9 0.1 - - too_few_for_a_base_of_2_and_a_run_of_9",
      ])
    let richness = saturation().richness(order, on: SmallStudy.ground)
    #expect(
      richness.lines == [
        "observed in_one_document in_two_documents chao2 chao2_bias_corrected", "4 1 2 \(4 + 0.75 / 4) 4.0",
      ])
  }
}
