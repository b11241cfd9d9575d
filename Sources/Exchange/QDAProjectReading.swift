import Model

/// Reads one project, part after part.
struct QDAProjectReading {
  let root: QDAElement
  let package: QDAPackage
  let options: QDAProject.Options
  var study: WholeStudy
  var report = TransferReport()
  var marks = QDAMarks()
  /// Places in the list of coders, by marks.
  var users: [GUID: Int] = [:]
  /// Places in the list of codes.
  var codes: [GUID: Int] = [:]
  /// Names of variables.
  var variables: [GUID: String] = [:]
  /// Places in the list of transcripts, of sources and of what stands for their text.
  var sources: [GUID: Int] = [:]
  /// What notes are hung on.
  var anchors: [(subject: Memo.Subject, note: GUID, coder: Int?)] = []
  /// What a link may point to; only filled where there are links.
  var linked: [GUID: Memo.Subject] = [:]
  let hasLinks: Bool
  var texts: [QDASourceText] = []
  /// How positions are counted.
  var form = PositionForm.codePoints
  private var fallback: Int?
  private var coderNames = FreeNames()

  var file: String { package.name }
  /// The program it comes from, as it calls itself.
  var origin: String? { root["origin"] }
  var isOurs: Bool { origin?.hasPrefix("Draad") == true }

  init(_ root: QDAElement, _ package: QDAPackage, _ options: QDAProject.Options) {
    self.root = root
    self.package = package
    self.options = options
    study = WholeStudy(name: root["name"]?.nameContent ?? PathText.stem(of: package.name))
    hasLinks = root.first("Links")?.first("Link") != nil
  }

  mutating func whole() -> QDAProject.Reading {
    for problem in package.passedOver { report.problem(problem.what, file: file) }
    readUsers()
    let tree = QDACodes(root.first("CodeBook")?.first("Codes"), marks: &marks, file: file, report: &report)
    study.codes = tree.codes
    for (place, code) in tree.codes.enumerated() {
      if let mark = code.guid { codes[mark] = place }
      if hasLinks, let mark = code.guid { linked[mark] = .code(code.code.key) }
    }
    for (code, note) in tree.notes { anchors.append((.code(study.codes[code].code.key), note, nil)) }
    readVariables()
    readSources()
    readSelections()
    readCases()
    readSets()
    readFacts()
    readNotes()
    unfoldUsedFolders()
    for graph in root.first("Graphs")?.all("Graph") ?? [] {
      report.lose("drawing of a network", "drawings of networks", graph["name"])
    }
    for path in package.unused {
      report.lose("file of the package that no source names", "files of the package that no source names", path)
    }
    report.take(marks, file: file)
    return QDAProject.Reading(study: study, hasKeys: tree.hasKeys && !study.codes.isEmpty, report: report)
  }

  private mutating func readUsers() {
    for element in root.first("Users")?.all("User") ?? [] {
      let name = (element["name"] ?? element["id"])?.nameContent ?? "coder \(study.coders.count + 1)"
      let mark = marks.mark(element["guid"], of: name, place: "user/\(name)")
      users[mark] = study.coders.count
      study.coders.append(StudyCoder(coderNames.name(name), guid: mark))
    }
  }

  /// The coder that is meant, else the one to whom falls what nobody signed.
  mutating func coder(_ reference: String?) -> Int {
    if let mark = QDAMarks.target(reference), let known = users[mark] { return known }
    if reference != nil {
      report.note("Some codings name a coder who is not in the project; they are '\(options.coder)''s.")
    }
    if let fallback { return fallback }
    if let known = study.coders.firstIndex(where: { $0.name == options.coder }) {
      fallback = known
      return known
    }
    study.coders.append(StudyCoder(coderNames.name(options.coder)))
    fallback = study.coders.count - 1
    return study.coders.count - 1
  }

  private mutating func readVariables() {
    for element in root.first("Variables")?.all("Variable") ?? [] {
      let name = element["name"]?.nameContent ?? "variable \(variables.count + 1)"
      variables[marks.mark(element["guid"], of: name, place: "variable/\(name)")] = name
      if element.text(of: "Description") != nil {
        report.lose("description of a variable", "descriptions of variables", name)
      }
    }
  }

  /// What is known of a case or a source.
  mutating func attributes(of element: QDAElement) -> [Attribute] {
    var attributes: [Attribute] = []
    for entry in element.all("VariableValue") {
      guard let value = QDAValue.read(entry) else { continue }
      guard let mark = QDAMarks.target(entry.first("VariableRef")?["targetGUID"]), let name = variables[mark] else {
        report.problem("A value '\(TransferReport.shown(value))' names no variable of the project.", file: file)
        continue
      }
      let values = isOurs ? value.split(separator: "|").map(String.init) : [value.cleanName]
      if let known = attributes.firstIndex(where: { $0.name == name }) {
        attributes[known].values += values.filter { !attributes[known].values.contains($0) }
      } else {
        attributes.append(Attribute(name, values))
      }
    }
    return attributes
  }

  private mutating func readCases() {
    var names = FreeNames()
    for element in root.first("Cases")?.all("Case") ?? [] where !options.isStopped() {
      let name = names.name(element["name"]?.nameContent ?? "case \(study.cases.count + 1)")
      let mark = marks.mark(element["guid"], of: name, place: "case/\(name)")
      linked[mark] = hasLinks ? .ofCase(name) : nil
      study.cases.append(StudyCase(name, attributes: attributes(of: element), guid: mark))
      if let words = element.text(of: "Description") {
        addMemo(words, about: .ofCase(name), mark: GUID(of: mark.text + "/description"))
      }
      for reference in element.all("SourceRef") {
        guard let place = QDAMarks.target(reference["targetGUID"]).flatMap({ sources[$0] }) else {
          report.lose("reference of a case to no text", "references of cases to no text", name)
          continue
        }
        if let other = study.transcripts[place].transcript.caseName, other != name {
          report.lose("second case of a text", "second cases of a text", name)
        } else {
          study.transcripts[place].transcript.caseName = name
        }
      }
      report.lose("passage that is a case", "passages that are cases", count: element.all("SelectionRef").count)
      report.lose("code of a whole case", "codes of whole cases", count: element.all("CodeRef").count)
    }
  }

  /// Groups of documents named `gender: male` are an attribute, as ATLAS.ti writes it; others have no place.
  private mutating func readSets() {
    for set in root.first("Sets")?.all("Set") ?? [] {
      let name = set["name"] ?? ""
      let members = set.all("MemberSource")
      let parts = name.split(separator: ":", maxSplits: 1).map { String($0).cleanName }
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, !members.isEmpty, set.first("MemberCode") == nil
      else {
        let isOfCodes = set.first("MemberCode") != nil
        if isOfCodes {
          report.lose("set of codes", "sets of codes", name)
        } else {
          report.lose("set of sources", "sets of sources", name)
        }
        continue
      }
      for member in members {
        guard let place = QDAMarks.target(member["targetGUID"] ?? member["guid"]).flatMap({ sources[$0] }) else {
          continue
        }
        study.transcripts[place].transcript.add(parts[1], to: parts[0])
      }
      report.note("The set '\(TransferReport.shown(name))' was read as an attribute of its sources.")
    }
  }

  /// A code that was put on words is no mere folder, whatever the project says.
  private mutating func unfoldUsedFolders() {
    var used: Set<Int> = []
    for coding in study.codings where study.codes[coding.code].isFolder { used.insert(coding.code) }
    for place in used.sorted() {
      study.codes[place].isFolder = false
      report.note(
        "The code '\(TransferReport.shown(study.codes[place].code.name))' is called a mere folder but has codings; it can be applied here."
      )
    }
  }
}

extension Transcript {
  /// Gives an attribute one more value.
  fileprivate mutating func add(_ value: String, to name: String) {
    guard let known = attributes.firstIndex(where: { $0.name == name }) else {
      attributes.append(Attribute(name, [value]))
      return
    }
    if !attributes[known].values.contains(value) { attributes[known].values.append(value) }
  }
}
