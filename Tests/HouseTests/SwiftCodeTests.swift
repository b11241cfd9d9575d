import Testing

@Suite("Swift code without what is no code")
struct SwiftCodeTests {
  @Test("Comments and strings are blanked, interpolations are code")
  func blanks() {
    let source = """
      let a = "print(1)" // print(2)
      /* print(3) */ let b = "\\(f(")") + "x")!"
      let c = #"a "b" \\(no)"#
      """
    let expected = """
      let a = "        "            \n\
                     let b = " (f(" ") + " ")"
      let c = #"             "#
      """
    #expect(SwiftCode(source).text.split(separator: "\n").map(\.count) == source.split(separator: "\n").map(\.count))
    #expect(SwiftCode(source).text.filter { $0 != " " } == expected.filter { $0 != " " })
  }

  @Test("A string over several lines keeps its lines")
  func severalLines() {
    let code = SwiftCode("let a = \"\"\"\n  }}}\n  \"quoted\"\n  \"\"\"\nlet b = 1\n")
    #expect(code.lines[1].allSatisfy { $0 == " " })
    #expect(code.lines[4] == "let b = 1")
  }

  @Test("A function is counted from its declaration to its last brace, closures among its parameters aside")
  func functions() {
    let source = """
      struct A {
        var b: Int { 1 }
        func c(
          d: () -> Void = { }
        ) -> Int
        {
          if true { return 1 }
          return 2
        }
        init() {}
      }
      """
    let found = SwiftCode(source).functions
    #expect(found.map(\.line) == [2, 3, 10])
    #expect(found.map(\.length) == [1, 7, 1])
  }
}
