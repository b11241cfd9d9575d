import Model
import TestSupport
import Testing

@testable import Exchange

@Suite struct SelectionQuoteTests {
  private let marked = MarkedText("Wij ⟦wachten\n  drie uur op de dokter⟧, ⟦zegt⟧ An⟦na⟧.")

  @Test("A name fits when it is the words, or the beginning of long ones, blanks and line ends aside")
  func fits() {
    let quote = SelectionQuote(marked.text)
    let (long, short) = (marked.spans[0], marked.spans[1])
    #expect(quote.fits("wachten drie uur op de dokter", long))
    #expect(quote.fits("  wachten\tdrie uur op de…", long))
    #expect(quote.fits("wachten drie uur op de ...", long))
    #expect(!quote.fits("wachten", long))
    #expect(!quote.fits("wachten drie uur op de tandarts", long))
    #expect(quote.fits("zegt", short))
    #expect(!quote.fits("zeg", short))
    #expect(quote.fits(" \n", TextSpan(3, 4)))
    #expect(!quote.fits("", short))
    #expect(!quote.fits("…", short))
  }

  @Test("A span is whole when it cuts no word")
  func whole() {
    let quote = SelectionQuote(marked.text)
    #expect(marked.spans.map { quote.isWhole($0) } == [true, true, false])
    #expect(!quote.isWhole(TextSpan(3, 11)))
    #expect(quote.isWhole(TextSpan(0, marked.text.utf8.count)))
  }
}
