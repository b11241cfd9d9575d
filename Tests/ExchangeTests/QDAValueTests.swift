import Testing

@testable import Exchange

@Suite struct QDAValueTests {
  @Test(
    "Values have the narrowest type in which all of them are what was written",
    arguments: [
      (["1", "-20", "0"], QDAValue.integer), (["1", "2.5"], .float), (["2.50", "-0.5"], .float), (["1", "a"], .text),
      (["01"], .text), (["+1"], .text), (["1e3"], .text), ([".5"], .text), (["2022-02-28", "2024-02-29"], .date),
      (["2023-02-29"], .text), (["2022-02-28", "1"], .text), ([], .text), (["12345678901234567890"], .text),
      (["1,5"], .text),
    ])
  func types(values: [String], type: QDAValue) { #expect(QDAValue.type(of: values) == type) }

  @Test("The value of any type is read; one that is empty is none")
  func reads() throws {
    func value(_ inside: String) throws -> String? {
      QDAValue.read(try QDAElement.read(Array("<VariableValue>\(inside)</VariableValue>".utf8), file: "x"))
    }
    #expect(try value("<BooleanValue>true</BooleanValue>") == "true")
    #expect(try value("<DateTimeValue>2022-05-12T09:30:00Z</DateTimeValue>") == "2022-05-12T09:30:00Z")
    #expect(try value("<TextValue> </TextValue>") == nil)
    #expect(try value("") == nil)
  }
}
