import Foundation
import TestSupport

extension Workbench {
  /// Copies a file that a real Twisted wrote into the working directory.
  @discardableResult
  func sample(_ name: String, as copy: String? = nil) throws -> String {
    let path = "\(folder)/\(copy ?? name)"
    let source = "\(Places.repository)/Tests/TwistedApplicationTests/Fixtures/samples/\(name)"
    try FileManager.default.copyItem(atPath: source, toPath: path)
    return path
  }

  /// A plugin with the modules that it needs, as a project of Twisted's lays them out.
  func shopPlugin() throws -> String {
    let files = [
      "twisted/plugins/shop_plugin.py": """
      from twisted.application.service import ServiceMaker

      shop = ServiceMaker("Shop", "shop.tap", "Sells things.", "shop")

      """,
      "shop/__init__.py": "",
      "shop/tap.py": """
      from twisted.application import strports
      from twisted.python import usage


      class Options(usage.Options):
          optParameters = [["listen", "l", "tcp:8080", "Where to listen."], ["root", "r", None, "What to sell."]]
          optFlags = [["closed", "c", "Sell nothing."]]


      def makeService(options):
          return strports.service(options["listen"], None)

      """,
    ]
    for (name, text) in files {
      let folder = URL(filePath: "\(folder)/\(name)").deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try place(name, text)
    }
    return "twisted/plugins/shop_plugin.py"
  }
}
