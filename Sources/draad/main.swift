import Commands
import Foundation

exit(DraadCommandLine.run(Array(CommandLine.arguments.dropFirst())))
