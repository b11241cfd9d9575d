import Model
import Testing

@testable import Exchange

@Suite struct ForeignCodebookSheetTests {
  @Test("Codes are read by the heads that each program writes, each under the code above it")
  func reads() {
    func codes(_ sheet: String) -> [Code] {
      ForeignCodebookSheet.read(DelimitedText(sheet).records, file: "x").codes.map(\.code)
    }
    #expect(
      codes("tag,description,number of highlights\ntijd,Alles met tijd,3\nplek,,1\n") == [
        Code(key: "tijd", name: "tijd", definition: "Alles met tijd"), Code(key: "plek", name: "plek"),
      ])
    #expect(
      codes("Code;Memo;Kleur\nWerk > Druk;Te veel;#102030\nTijd;;\nWerk;Alles;\n") == [
        Code(key: "werk", name: "Werk", definition: "Alles"),
        Code(key: "druk", name: "Druk", definition: "Te veel", color: "#102030", parent: "werk"),
        Code(key: "tijd", name: "Tijd"),
      ])
    #expect(
      codes("Code,Code Definition,Code Group 1\nDruk,Te veel,Werk\n") == [
        Code(key: "druk", name: "Druk", definition: "Te veel")
      ])
    #expect(
      codes("Name,Parent,Description\nDruk,Werk,x\nDruk,Thuis,y\n").map { [$0.key, $0.parent ?? ""] } == [
        ["werk", ""], ["druk", "werk"], ["thuis", ""], ["druk-2", "thuis"],
      ])
  }

  @Test("A row without a name is told, and sheets of ours are not taken for such ones")
  func problems() {
    #expect(
      ForeignCodebookSheet.read(DelimitedText("tag,description\n,x\n").records, file: "x.csv").problems == [
        Problem("The row has no name of a code.", file: "x.csv", line: 2)
      ])
    #expect(!ForeignCodebookSheet.recognises(["key", "name", "definition"]))
    #expect(!ForeignCodebookSheet.recognises(["case", "sector"]))
    #expect(ForeignCodebookSheet.recognises(["Tag", "Description"]))
  }
}
