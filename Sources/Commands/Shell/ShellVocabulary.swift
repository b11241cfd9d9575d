import ArgumentParser
import Foundation
import Model
import Workbench

/// What Tab offers: the command tree as it is, and the names in the open study.
enum ShellVocabulary {
  static func make(_ workbench: Workbench?) -> Vocabulary {
    var vocabulary = Vocabulary()
    vocabulary.commands = commands
    vocabulary.files = files
    vocabulary.topics = HelpTopic.all.map { .init($0.name, $0.title) }
    guard let workbench else { return vocabulary }
    vocabulary.codes = ((try? workbench.codeNames()) ?? []).map { .init($0.key, $0.name) }
    vocabulary.transcripts = ((try? workbench.transcriptNames()) ?? []).map { .init($0) }
    vocabulary.cases = ((try? workbench.caseNames()) ?? []).map { .init($0) }
    vocabulary.coders = ((try? workbench.coderNames()) ?? []).map { .init($0) }
    vocabulary.attributes = ((try? workbench.attributeValues()) ?? []).map { .init($0.name, $0.values) }
    return vocabulary
  }

  private struct Tool: Decodable { var command: Node }

  private struct Node: Decodable {
    var commandName: String
    var abstract: String?
    var subcommands: [Node]?
    var arguments: [Part]?
  }

  private struct Part: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
    }
    var kind: String
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var isRepeating: Bool?
  }

  /// Read from the parser's own description of the tree, so that a new command is completed without another line.
  static let commands: [Vocabulary.Command] = {
    guard let tool = try? JSONDecoder().decode(Tool.self, from: Data(Draad._dumpHelp().utf8)) else { return [] }
    let ends = [Vocabulary.Command(name: "quit", abstract: "Leave the shell")]
    return (tool.command.subcommands ?? []).map { command($0, path: []) } + ends
  }()

  private static func command(_ node: Node, path: [String]) -> Vocabulary.Command {
    let path = path + [node.commandName]
    let parts = (node.arguments ?? []).filter { $0.names?.contains { $0.name == "help" } != true }
    let positional = parts.filter { $0.kind == "positional" }
    return Vocabulary.Command(
      name: node.commandName, abstract: node.abstract ?? "",
      options: parts.filter { $0.kind != "positional" }.map { part in
        Vocabulary.Option(
          names: (part.names ?? []).map { ($0.kind == "short" ? "-" : "--") + $0.name }, abstract: part.abstract ?? "",
          value: part.kind == "flag" ? nil : kind(ofOption: part.names?.last?.name ?? "", path: path))
      },
      arguments: positional.map { kind(ofArgument: $0.valueName ?? "", path: path) },
      repeats: positional.last?.isRepeating ?? false,
      subcommands: (node.subcommands ?? []).filter { $0.commandName != "help" }.map { command($0, path: path) })
  }

  private static func kind(ofOption name: String, path: [String]) -> Vocabulary.Kind {
    func choice(_ words: String...) -> Vocabulary.Kind { .choice(words.map { .init($0) }) }
    func choice(of words: [String]) -> Vocabulary.Kind { .choice(words.map { .init($0) }) }
    return switch name {
    case "format": choice(of: Output.formatNames)
    case "picture": choice(of: Output.pictureNames)
    case "round": choice("half", "largest-remainder")
    case "labels": choice("en", "nl")
    case "output", "o", "data", "lengths": .file
    case "unit": choice("segment", "turn", "paragraph", "sentence")
    case "of": choice("transcripts", "segments")
    case "where", "left", "right", "typical": .condition
    case "stop-words": choice("drop", "keep")
    case "per": choice("question", "respondent")
    case "positions": choice(of: StudyImportRequest.positionNames)
    case "notes": choice("end", "omit")
    case "coder": .coder
    case "base" where path == ["saturation"]: .other
    case "with", "base", "under": .code
    case "by": path == ["segment"] ? choice("turn", "paragraph", "sentence") : .attribute
    case "segment": choice("turn", "paragraph", "sentence")
    case "base-of", "attribution": .attribute
    case "count" where ["crosstab", "saturation"].contains(path.last): choice("cases", "transcripts")
    case "count" where path == ["compare"]: choice("cases", "transcripts", "turns", "segments", "codings", "words")
    case "count": choice("cases", "transcripts", "turns", "segments", "codings", "words", "dominant", "all")
    case "sort" where path == ["tabulate"]: choice("value", "count", "percent")
    case "sort" where path == ["words"]: choice("count", "word", "segments", "transcripts", "cases")
    case "sort" where path == ["kwic"]: choice("left", "right", "word")
    case "sort": choice("codebook", "count")
    case "weight": choice("case")
    case "rows": choice("cases", "transcripts")
    case "cells": choice("codings", "binary", "words")
    case "show" where path == ["saturation"]: choice("curve", "runs", "points", "richness")
    case "order": choice("study", "coding", "name")
    case "level": choice("segment", "turn", "transcript", "case", "overlap", "exact", "within/1")
    case "prefer": choice("mine", "theirs", "both")
    case "case": .case
    case "in": .transcript
    default: .other
    }
  }

  private static func kind(ofArgument name: String, path: [String]) -> Vocabulary.Kind {
    switch (path.joined(separator: " "), name) {
    case ("coder", _): .coder
    case ("set", "name"): .choice(ShellSettings.names.map { .init($0.name, $0.meaning) })
    case ("set", _): .choice([.init("on"), .init("off")])
    case ("cases set", "name"): .case
    case ("cases set", "settings"): .assignment
    case (_, "paths"), (_, "file"), (_, "folder"), (_, "script"), (_, "other"): .file
    case ("tabulate", "attribute"): .attribute
    case (_, "transcript"): .transcript
    case (_, "address"): .place
    case ("code add", _), ("code rename", "name"): .other
    case (_, "code"), (_, "codes"), (_, "into"): .code
    case (_, "query"): .query
    case (_, "words"): .words
    case ("help", _): .command
    default: .other
    }
  }

  /// The paths that begin as typed; folders end in a slash, hidden files only where asked for.
  private static let files: @Sendable (String) -> [String] = { typed in
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    let start = String(typed.dropFirst(folder.count))
    let expanded = (folder as NSString).expandingTildeInPath
    let found = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : expanded)) ?? []
    return found.filter { $0.hasPrefix(start) && ($0.first != "." || start.hasPrefix(".")) }.sorted().map { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(
        atPath: (folder.isEmpty ? "./" : expanded + "/") + name, isDirectory: &isFolder)
      return folder + name + (isFolder.boolValue ? "/" : "")
    }
  }
}
