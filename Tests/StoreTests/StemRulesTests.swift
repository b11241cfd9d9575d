import Foundation
import GRDB
import Model
import TestSupport
import Testing

@testable import Retrieval
@testable import Store

@Suite("Stems in the study", .enabled(if: Stemmer(language: "nl") != nil, "No Dutch dictionary is installed"))
struct StemRulesTests {
  private let study: StudyFixture

  init() throws { study = try StudyFixture() }

  private func forms(_ word: String) throws -> [String] {
    try study.store.expand(.term(.word(word))).found.flatMap(\.forms).map(\.surface).sorted()
  }

  private func areOfToday(_ store: StudyStore) throws -> Bool {
    try store.queue.read { try store.hasStemsOfToday($0) }
  }

  private func stems() throws -> [String] { try StudyDump(study.store).tables["stems"] ?? [] }

  @Test("Answers with the stems that are kept are those of the dictionary, for every word of the sample however typed")
  func same() throws {
    let folder = RepositoryFiles.root.appendingPathComponent("Corpus/np-onderwijs")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var words: Set<String> = ["coordineren", "beinvloeden", "één", "vóór"]
    for case let file as URL in files where ["txt", "md"].contains(file.pathExtension) {
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      words.formUnion(
        Token.all(in: text).map { String(decoding: Array(text.utf8)[$0.span.start..<$0.span.end], as: UTF8.self) })
    }
    try #require(words.count > 500)
    try study.importTranscripts([.lines("all", ["Anna: " + words.sorted().joined(separator: " ")])])
    #expect(try areOfToday(study.store))
    let stemmer = try #require(Stemmer(language: "nl"))
    let typed = words.union(words.map { Folding.fold($0) }).union(words.prefix(100).map { $0.uppercased() })
    try study.store.queue.read { db in
      let kept = TermVocabulary(db: db, hasStems: true)
      let none = TermVocabulary(db: db, hasStems: false)
      for word in typed.sorted() {
        let expression = WordExpression.term(.word(word))
        let quick = try WordExpansion(expression, vocabulary: kept, stemmer: stemmer)
        let slow = try WordExpansion(expression, vocabulary: none, stemmer: stemmer)
        #expect(quick.found == slow.found)
      }
    }
  }

  @Test("The dictionary is read only for a word that is not said")
  func read() throws {
    try study.importTranscripts([.lines("visit", ["Anna: toetsen, en de toets; ook geëvalueerd en één"])])
    try study.reopen()
    for word in ["toets", "Toetsen", "geevalueerd", "een", "toets."] { _ = try forms(word) }
    #expect(study.store.language.loadedStemmer?.hasRead == false)
    #expect(try forms("getoetst") == ["toets", "toetsen"])
    #expect(study.store.language.loadedStemmer?.hasRead == true)
  }

  @Test("Stems of other rules are made anew by the first search, and by the first words that come in")
  func older() throws {
    try study.importTranscripts([.lines("visit", ["Anna: wij evalueren, wij hebben geëvalueerd"])])
    let right = try stems()
    for edition in ["DELETE FROM stem_rules", "UPDATE stem_rules SET edition = 'nl 1 1'"] {
      try study.store.tamper("DELETE FROM term_stems WHERE stem = 'evalueer'; \(edition)")
      try study.reopen()
      #expect(try forms("evalueren") == ["evalueren", "geëvalueerd"])
      #expect(try stems() == right)
    }
    try study.store.tamper("DELETE FROM term_stems; DELETE FROM stem_rules")
    try study.reopen()
    try study.importTranscripts([.lines("call", ["Bram: ja"])])
    #expect(try stems() == (right + ["ja ja"]).sorted())
    #expect(try areOfToday(study.store))
  }

  @Test("A study that is only read is answered from the dictionary where its stems are of other rules")
  func onlyRead() throws {
    try study.importTranscripts([.lines("visit", ["Anna: toetsen"])])
    try study.store.tamper("UPDATE stem_rules SET edition = 'nl 1 1'")
    study.store.close()
    let store = try StudyStore.open(study.path, reading: true)
    #expect(try store.expand(.term(.word("toets"))).found.flatMap(\.forms).map(\.surface) == ["toetsen"])
    #expect(try !areOfToday(store))
    store.close()
  }

  @Test("Words that came in where there was no dictionary get their stems where there is one")
  func noDictionary() throws {
    try study.store.tamper("UPDATE study SET value = 'xx' WHERE name = 'language'")
    try study.importTranscripts([.lines("visit", ["Anna: toetsen"])])
    #expect(try stems() == [])
    try study.store.tamper("UPDATE study SET value = 'nl' WHERE name = 'language'")
    #expect(try forms("toets") == ["toetsen"])
  }
}
