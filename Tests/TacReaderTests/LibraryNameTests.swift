import ApplicationFacts
import Foundation
import TestSupport
import Testing

/// The rows on names that came to or left Python's library hold for the Python at hand.
@Suite struct LibraryNameTests {
  private static let script = """
    import importlib, sys, warnings
    warnings.simplefilter("ignore")
    def isThere(name):
        parts = name.split(".")
        for count in range(len(parts) - 1, 0, -1):
            try:
                thing = importlib.import_module(".".join(parts[:count]))
            except ImportError:
                continue
            for part in parts[count:]:
                if not hasattr(thing, part):
                    return False
                thing = getattr(thing, part)
            return True
        return None
    print(sys.version_info[1])
    for name in sys.argv[1:]:
        print(name, isThere(name))
    """

  @Test func everyRowHoldsForThePythonAtHand() throws {
    let names = LibraryName.all
    try #require(names.count > 200)
    let result = try Program("/usr/bin/python3", ["-c", Self.script] + names).run().successful()
    let lines = result.output.split(separator: "\n").map(String.init)
    let minor = try #require(lines.first.flatMap { Int($0) })
    for line in lines.dropFirst() {
      let words = line.split(separator: " ").map(String.init)
      let known = try #require(LibraryName.of(words[0]), "\(line)")
      // A module that is gone has no names to ask for.
      if words[1] == "None" { continue }
      #expect((words[1] == "False") == known.isMissing(inPython3: minor), "\(line)")
    }
  }
}
