import Exchange
import Model
import Testing

@Suite struct CodebookSheetTests {
  @Test("A sheet reads in tree order, whatever the order of its rows")
  func reads() {
    let read = CodebookSheet.read(
      "\u{FEFF}Name;KEY;parent;phrases;definition\nClay;A1;A;clay*|heavy ground;Wet.\nSoil;A;;;Ground.\nSand;A2;A;;Dry.\n;;;;\n",
      file: "codes.csv")
    let codes = [
      Code(key: "A", name: "Soil", definition: "Ground."),
      Code(key: "A1", name: "Clay", definition: "Wet.", phrases: ["clay*", "heavy ground"], parent: "A"),
      Code(key: "A2", name: "Sand", definition: "Dry.", parent: "A"),
    ]
    #expect(read.codebook == Codebook(codes: codes))
    #expect(read.problems.isEmpty)
  }

  @Test("Unknown parents, circles, doubled keys and ragged rows are named with their lines")
  func errors() {
    let read = CodebookSheet.read(
      "key,name,parent\nA,Soil,Z\nB,Rain,D\nC,Sun,B\nD,Wind,C\nE,Leaf,B\nA,Again,\n", file: "codes.csv")
    #expect(read.codebook == nil)
    #expect(
      read.problems == [
        problem("The parent 'Z' of the code 'A' is not in the file.", 2),
        problem("Codes stand above each other in a circle: B under D under C under B.", 3),
        problem("The key 'A' is used twice: in line 2 and in line 7.", 7),
      ])
    #expect(
      CodebookSheet.read("key,name\nA,Soil,wet\n", file: "codes.csv").problems == [
        Problem(
          "This row has 3 cells where the first line has 2.", file: "codes.csv", line: 2,
          hint: "A cell with a comma or a semicolon in it must stand in double quotes.")
      ])
  }

  @Test("A sheet without a column of keys says what its first line is")
  func missingColumn() {
    let read = CodebookSheet.read("code,name\nA,Soil\n", file: "codes.csv")
    #expect(read.codebook == nil)
    #expect(
      read.problems == [
        Problem(
          "The sheet has no column 'key'.", file: "codes.csv", line: 1,
          hint: "The first line reads 'code,name'; 'codebook load' needs a column 'key'.")
      ])
  }

  @Test("An unknown column is a warning")
  func unknownColumn() {
    let read = CodebookSheet.read("key,name,definition,remark\nA,Soil,Ground.,why\n", file: "codes.csv")
    #expect(read.codebook == Codebook(codes: [Code(key: "A", name: "Soil", definition: "Ground.")]))
    #expect(
      read.problems == [
        problem(
          "The column 'remark' is not known and was left out; a code has key, name, definition, use, not, example,"
            + " phrases, color, parent.", 1)
      ])
  }

  @Test("A codebook is written with all heads, and cells a spreadsheet would compute are defused")
  func writes() {
    let codebook = Codebook(
      title: "Gardens",
      codes: [
        Code(key: "A", name: "Soil, \"wet\"", definition: "=1+1", phrases: ["clay", "a|b"], color: "#4477AA"),
        Code(key: "A1", name: "Clay", example: "one\ntwo", parent: "A"),
      ])
    #expect(
      CodebookSheet.write(codebook) == #"""
        key,name,definition,use,not,example,phrases,color,parent
        A,"Soil, ""wet""",'=1+1,,,,clay|a\|b,#4477AA,
        A1,Clay,,,,"one
        two",,,A

        """#)
  }

  @Test("Whatever stands in a codebook, its codes read back the same", arguments: 1...120)
  func roundTrip(_ seed: UInt64) {
    var random = RandomCodebook(seed: seed)
    let codebook = random.codebook()
    let text = CodebookSheet.write(codebook)
    let read = CodebookSheet.read(text, file: "f.csv")
    #expect(read.codebook?.codes == codebook.codes, "\(text) \(read.problems)")
  }

  private func problem(_ what: String, _ line: Int) -> Problem { Problem(what, file: "codes.csv", line: line) }
}
