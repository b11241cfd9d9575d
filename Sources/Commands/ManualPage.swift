import ArgumentParser
import Workbench

/// The page that `man draad` shows, made from the command tree.
public enum ManualPage {
  /// The text of `Documentation/draad.1`, in the roff of man(7).
  public static func roff() -> String {
    var text = """
      .\\" Made from the command tree by `make reference`; not written by hand.
      .TH DRAAD 1 "" "draad \(Program.version)" "Draad"
      .SH NAME
      draad \\- a workbench for coding interviews
      .SH SYNOPSIS
      .B draad
      [\\fB\\-s\\fR \\fIFILE\\fR] [\\fB\\-\\-as\\fR \\fINAME\\fR] \\fICOMMAND\\fR ...
      .br
      .B draad
      \\fIFILE\\fR.draad
      .SH DESCRIPTION
      Reads transcripts in, puts codes on what was said, finds it again, counts it and hands it on. One study is one file;
      nothing leaves the machine. With a study and no command it opens a shell, in which the same commands are typed
      without \\fBdraad\\fR before them. \\fBdraad help\\fR \\fICOMMAND\\fR says all of a command.

      """
    for group in Draad.configuration.groupedSubcommands {
      text += ".SH \(group.name.uppercased())\n"
      for command in group.subcommands { text += entries(of: command, path: "") }
    }
    return text + """
      .SH OPTIONS
      .TP
      \\fB\\-s\\fR, \\fB\\-\\-study\\fR \\fIFILE\\fR
      The study; else \\fBDRAAD_STUDY\\fR names it, else it is the only .draad file in the folder.
      .TP
      \\fB\\-\\-as\\fR \\fINAME\\fR
      Who codes; else \\fBDRAAD_CODER\\fR, else who coded last in this study on this machine.
      .SH EXIT STATUS
      .TP
      0
      Done.
      .TP
      1
      Nothing found.
      .TP
      2
      It could not be done, or not all of it.
      .TP
      64
      The command was not understood.
      .SH ENVIRONMENT
      .TP
      \\fBDRAAD_STUDY\\fR, \\fBDRAAD_CODER\\fR
      As the options above.
      .TP
      \\fBDRAAD_WAIT\\fR
      How many seconds another program that writes to the study is waited for; 5 where nothing is said.
      .TP
      \\fBNO_COLOR\\fR
      No colours where it is set.
      .TP
      \\fBPAGER\\fR
      Shows long results in the shell.
      .SH FILES
      .TP
      \\fI~/.local/state/draad\\fR
      The lines typed in the shell, who coded last, where reading stopped; \\fBXDG_STATE_HOME\\fR names another place.

      """
  }

  private static func entries(of command: any ParsableCommand.Type, path: String) -> String {
    let path = path + (path.isEmpty ? "" : " ") + (command.configuration.commandName ?? command._commandName)
    let entry = ".TP\n\\fB\(escaped(path))\\fR\n\(escaped(command.configuration.abstract)).\n"
    let below = command.configuration.subcommands
    return entry + below.map { entries(of: $0, path: path) }.joined()
  }

  private static func escaped(_ text: String) -> String {
    let text = text.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\e")
      .split(separator: "-", omittingEmptySubsequences: false).joined(separator: "\\-")
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }
}
