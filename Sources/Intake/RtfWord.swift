/// The control words of RTF that say something of the text.
enum RtfWord: String, CaseIterable {
  // What a group is for, where that is not read.
  case stylesheet, info, header, headerl, headerr, headerf, footer, footerl, footerr, footerf, pict, object, fldinst
  case nonshppict, shprslt, shppict, sp, xe, tc, listtext, pntext, pntxta, pntxtb, nonesttables, ud, filetbl
  case ftnsep, ftnsepc, aftnsep, aftnsepc
  // What a group is for, where it is read.
  case fonttbl, colortbl, footnote, annotation, shp, shpinst, shptxt, nesttableprops, field, fldrslt, rtf
  // The document.
  case ansi, mac, pc, pca, ansicpg, deff
  // The look of words.
  case b, v, deleted, f, cf, uc, plain
  // Fonts and colours.
  case fcharset, cpg, red, green, blue
  // Paragraphs and tables.
  case par, line, sect, page, column, trowd, intbl, cell, row, nestrow, u
  // Characters.
  case tab, nestcell, emdash, endash, lquote, rquote, ldblquote, rdblquote, bullet, emspace, enspace, qmspace, zwj, zwnj

  static let all = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  var isUnread: Bool { Self.unread.contains(self) }
  var isOfDocument: Bool { Self.ofDocument.contains(self) }
  var isOfLook: Bool { Self.ofLook.contains(self) }

  private static let unread: Set<RtfWord> = [
    .stylesheet, .info, .header, .headerl, .headerr, .headerf, .footer, .footerl, .footerr, .footerf, .pict, .object,
    .fldinst, .nonshppict, .shprslt, .shppict, .sp, .xe, .tc, .listtext, .pntext, .pntxta, .pntxtb, .nonesttables, .ud,
    .filetbl, .ftnsep, .ftnsepc, .aftnsep, .aftnsepc,
  ]
  private static let ofDocument: Set<RtfWord> = [.ansi, .mac, .pc, .pca, .ansicpg, .deff]
  private static let ofLook: Set<RtfWord> = [.b, .v, .deleted, .f, .cf, .uc, .plain]

  /// The character for which the word stands.
  var character: String? {
    switch self {
    case .tab, .nestcell: "\t"
    case .emdash: "\u{2014}"
    case .endash: "\u{2013}"
    case .lquote: "\u{2018}"
    case .rquote: "\u{2019}"
    case .ldblquote: "\u{201C}"
    case .rdblquote: "\u{201D}"
    case .bullet: "\u{2022}"
    case .emspace: "\u{2003}"
    case .enspace: "\u{2002}"
    case .qmspace: "\u{2005}"
    case .zwj: "\u{200D}"
    case .zwnj: "\u{200C}"
    default: nil
    }
  }
}
