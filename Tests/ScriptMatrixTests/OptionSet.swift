import Foundation
import TestSupport
import Testing

/// Options that change what the packages' scripts do.
struct OptionSet: Sendable, CustomTestStringConvertible {
  /// The name of its folder of golden files.
  let name: String
  var options: [String] = []
  var application = "from twisted.application import service\napplication = service.Application('x')\n"
  /// Files beside it.
  var files: [String: String] = [:]
  /// Whether a Python environment goes in.
  var hasBundle = false
  /// Folders below /usr in which modules are compiled on the target.
  var codeFolders: [String] = []
  /// Whether each script gets lines of the packager's own.
  var addsLines = false
  var account = "_xx"

  var testDescription: String { name }
  /// The unit that is enabled.
  var enabledUnit: String {
    options.contains("--socket") ? "xx.socket" : options.contains("--instances") ? "xx@one.service" : "xx.service"
  }
  /// What runs where the service does.
  var serviceUnit: String { options.contains("--instances") ? enabledUnit : "xx.service" }
  var hasInitScript: Bool { !options.contains("--socket") && !options.contains("--instances") }

  /// Whether every call in every situation is tried; for the others, those that could differ.
  var isEssential: Bool {
    name == "default" || options.contains("--socket") || options.contains("--stop-during-upgrade")
  }

  private static let empty = "from twisted.application import service\napplication = service.Application('x')\n"

  static let plain = OptionSet(name: "default")
  static let stop = OptionSet(name: "stop-during-upgrade", options: ["--stop-during-upgrade"])
  static let socket = OptionSet(name: "socket", options: ["--socket", "8080"])
  static let socketAndStop = OptionSet(
    name: "socket-stop-during-upgrade", options: ["--socket", "8080", "--stop-during-upgrade"])

  static let all = [
    plain, stop, socket, socketAndStop,
    OptionSet(name: "no-enable", options: ["--no-enable"]),
    OptionSet(name: "no-start", options: ["--no-start"]),
    OptionSet(name: "no-enable-no-start", options: ["--no-enable", "--no-start"]),
    OptionSet(
      name: "uid",
      application: "from twisted.application import service\napplication = service.Application('x', 1234, 5678)\n",
      account: "1234"),
    OptionSet(name: "user-and-group", options: ["--user", "web", "--group", "www"], account: "web"),
    OptionSet(name: "added-scripts", addsLines: true),
    OptionSet(
      name: "own-code", application: "import shop\nopen('words.txt')\n" + empty,
      files: ["shop.py": "x = 1\n", "words.txt": "words\n"], codeFolders: ["share/xx"]),
    OptionSet(
      name: "instances", options: ["--instances"], application: "import shop\n" + empty, files: ["shop.py": "x = 1\n"],
      codeFolders: ["share/xx"]),
    OptionSet(
      name: "plugin", options: ["-t", "twisted/plugins/shop_plugin.py"], application: "",
      files: [
        "twisted/plugins/shop_plugin.py":
          "from twisted.application.service import ServiceMaker\nx = ServiceMaker('shop', 'shop', 'A shop', 'shop')\n",
        "shop.py": "x = 1\n",
      ], codeFolders: ["share/xx"]),
    OptionSet(
      name: "bundle", options: ["--bundle", "requirements.txt", "--wheelhouse", "wheels"], hasBundle: true,
      codeFolders: ["lib/xx"]),
    OptionSet(name: "link", options: ["--link", "/etc/ssl/certs:certs"]),
    OptionSet(name: "compiled", options: ["--include", "/bin/true:/usr/lib/xx/true"]),
    OptionSet(name: "two-services", options: ["-t", "night.tac"], files: ["night.tac": empty]),
  ]
}

/// The two kinds of packages.
enum PackageFormat: String, Sendable, CaseIterable { case deb, rpm }
