import Model
import Testing

struct HeldValuesTests {
  private let value = CellValue("a")

  @Test("All values hold those that stand")
  func all() {
    #expect(HeldValues(value).all == [value])
    #expect(HeldValues(standing: [value], all: [CellValue("b")]).all == [value, CellValue("b")])
  }

  @Test("A value alone is plain where it stands in the file, and only there")
  func plain() {
    #expect(HeldValues(value).isPlain(value))
    #expect(!HeldValues(value).isPlain(CellValue("b")))
    #expect(!HeldValues(value).isPlain(nil))
    #expect(!HeldValues(standing: [value], isGone: true).isPlain(value))
    #expect(!HeldValues(standing: [value], all: [CellValue(nil)]).isPlain(value))
  }

  @Test("What is gone is plain where there is nothing to bring back")
  func gone() {
    #expect(HeldValues().isPlain(nil))
    #expect(HeldValues(isGone: true).isPlain(nil))
    #expect(!HeldValues(all: [value], isGone: true).isPlain(nil))
    #expect(!HeldValues(isGone: true, isTakenOff: true).isPlain(nil))
  }
}
