import Model
import Testing

@testable import Store

@Suite struct AttributeRecordsTests {
  @Test("An attribute is one, however its name is spelt")
  func spelling() throws {
    let study = try StudyFixture()
    try study.perform { try $0.set([Attribute("Régio", ["north"])], ofCase: "One") }
    try study.reopen()
    try study.perform {
      try $0.set([Attribute("regio", ["south"])], ofCase: "One")
      try $0.set([Attribute("REGIO", ["east"])], ofCase: "Two")
    }
    #expect(
      try study.store.cases().map(\.attributes) == [[Attribute("Régio", ["south"])], [Attribute("Régio", ["east"])]])
  }

  @Test("A number is read with a point or a comma")
  func numbers() {
    #expect(
      ["12", "1,5", " -2.25 ", "1,2,3", "een", ""].map(AttributeTable.number) == [12, 1.5, -2.25, nil, nil, nil])
  }
}
