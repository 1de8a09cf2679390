import Foundation

// Called by the plugin EmbedFiles while the package is built: OUTPUT ROOT CONSTANT PATH...

/// A Swift string literal on one line: whatever a file holds, nothing in it can end the literal.
func literal(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\": result += "\\\\"
    case "\"": result += "\\\""
    case "\n": result += "\\n"
    case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += "\\u{\(String(scalar.value, radix: 16))}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

let arguments = Array(CommandLine.arguments.dropFirst())
let root = URL(filePath: arguments[1])
var source = "/// Files of the repository, by relative path.\nlet \(arguments[2]): [String: String] = [\n"
for path in arguments.dropFirst(3) {
  let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
  source += "  \(literal(path)): \(literal(text)),\n"
}
source += arguments.count == 3 ? "  :\n]\n" : "]\n"
// A file that stays as it was keeps its time, so that nothing which holds it is compiled again.
let output = URL(filePath: arguments[0])
if (try? String(contentsOf: output, encoding: .utf8)) != source {
  try source.write(to: output, atomically: true, encoding: .utf8)
}
