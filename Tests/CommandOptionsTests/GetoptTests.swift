import CommandOptions
import Diagnostics
import TestSupport
import Testing

/// The parser and util-linux's getopt(1), a thin cover of getopt_long, read random command lines alike.
@Suite struct GetoptTests {
  /// Options that record how they were met; the letters and the long names are separate so that getopt tells them apart.
  static var table: OptionTable<[String]> {
    let flag: Option<[String]>.Setter = { _, _ in }
    func recording(_ name: String, _ argument: Option<[String]>.Argument) -> Option<[String]> {
      var option = Option<[String]>(name, argument: argument, help: "", set: flag)
      let isLetter = name.count == 1
      let shown = isLetter ? "-\(name)" : "--\(name)"
      if isLetter {
        option.letter = Character(name)
        option.names = []
      }
      option.set = { (values: inout [String], value: String?) throws(Failure) in
        values.append(shown)
        switch argument {
        case .none: break
        case .required, .optional, .optionalWord: values.append("'\(value ?? "")'")
        }
      }
      return option
    }
    return OptionTable([
      OptionGroup(
        "",
        [
          recording("u", .none), recording("q", .none), recording("t", .required("X")), recording("c", .optional("X")),
          recording("quiet", .none), recording("quit", .none), recording("qui", .none),
          recording("tapfile", .required("X")), recording("type", .required("X")), recording("color", .optional("X")),
        ])
    ])
  }

  @Test("The same command lines mean the same", arguments: 0..<8)
  func sameAsProgram(_ seed: Int) throws {
    var generator = SplitMix(state: UInt64(seed))
    for _ in 0..<40 {
      let arguments = Self.commandLine(&generator)
      let getopt = try Program(
        "getopt", ["-o", "uqt:c::", "-l", "quiet,quit,qui,tapfile:,type:,color::", "--"] + arguments
      ).run()
      var ours: String?
      if let parsed = try? Self.table.parse(arguments, into: []) {
        ours = (parsed.values + ["--"] + parsed.operands.map { "'\($0)'" }).map { " \($0)" }.joined() + "\n"
      }
      #expect(ours == (getopt.status == 0 ? getopt.output : nil), "\(arguments)")
    }
  }

  private static func commandLine(_ generator: inout SplitMix) -> [String] {
    let words = [
      "-u", "-q", "-uq", "-qu", "-t", "-tX", "-ut", "-utX", "-c", "-cX", "-uc", "-ucX", "-t=X", "-c=", "-x", "-qx", "-",
      "--", "", "file", "a=b", "--quiet", "--qui", "--quie", "--qu", "--q", "--quit", "--quiet=", "--quiet=X",
      "--tapfile",
      "--tapfile=X", "--tapfile=", "--ta", "--ta=X", "--t", "--t=X", "--ty=a=b", "--color", "--color=X", "--c", "--co=",
      "--colour", "--Q", "---", "--=", "--=X", "-tu", "-c-u",
    ]
    return (0..<Int.random(in: 0...5, using: &generator)).map { _ in
      words[Int.random(in: 0..<words.count, using: &generator)]
    }
  }
}
