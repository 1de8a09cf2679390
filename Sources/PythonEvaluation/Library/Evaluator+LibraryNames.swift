/// Names of Python's library and its like that mean something to what a program reads.
package extension Evaluator {
  /// Whether a name is that of a class, as capital letters tell.
  static func isClass(_ name: String) -> Bool {
    guard let last = name.split(separator: ".").last, let first = last.first(where: { $0 != "_" }) else { return false }
    return first.isUppercase
  }

  /// Whether a class parses configuration files.
  static func isConfigParser(_ name: String) -> Bool {
    let module = name.prefix { $0 != "." }
    return ["ConfigParser", "configparser", "iniparse", "backports"].contains(String(module))
      && name.hasSuffix("Parser")
  }

  /// Functions that read a configuration file into dictionaries and lists.
  static let configurationLoaders: Set = [
    "json.load", "json.loads", "simplejson.load", "simplejson.loads", "yaml.load", "yaml.safe_load", "toml.load",
    "toml.loads", "tomllib.load", "tomllib.loads", "tomli.load", "cPickle.load", "pickle.load", "configobj.ConfigObj",
    "ConfigObj.ConfigObj", "anyjson.deserialize", "ujson.load", "ujson.loads", "plistlib.readPlist",
  ]
}
