extension StockPlugin {
  /// The options that take an endpoint description.
  fileprivate var endpointOptions: Set<String> {
    switch self {
    case .web: ["port", "listen"]
    case .mail: ["pop3", "smtp"]
    case .words: ["irc-port", "pb-port"]
    case .manhole: ["telnetPort", "sshPort"]
    case .conch, .portforward, .xmppRouter: ["port"]
    case .dns, .ftp, .inetd, .procmon, .socks: []
    }
  }
}

extension PluginSpec {
  /// The words for a plugin that comes with Twisted, in which bare ports, as the manuals have them, are the endpoint descriptions
  /// that Twisted alone takes since 16.3: `--port 8080` is `--port tcp:8080`, and what portforward has by default is said.
  package static func current(_ words: [String], of name: String) -> [String] {
    guard let stock = StockPlugin(rawValue: name), !stock.endpointOptions.isEmpty else { return words }
    func described(_ text: some StringProtocol) -> String { Int(text) == nil ? String(text) : "tcp:\(text)" }
    func option(named name: some StringProtocol) -> StockPlugin.Option? {
      let matches = stock.options.filter { $0.name.hasPrefix(name) }
      return matches.first { $0.name == String(name) } ?? (matches.count == 1 ? matches.first : nil)
    }
    var (result, index, hasPort) = ([String](), 0, false)
    while index < words.count {
      let word = words[index]
      index += 1
      guard word.hasPrefix("-"), word != "-", word != "--" else {
        result += words[(index - 1)...]
        break
      }
      let isLong = word.hasPrefix("--")
      let equals = isLong ? word.firstIndex(of: "=") : nil
      let found =
        isLong
        ? option(named: word.dropFirst(2).prefix { $0 != "=" })
        : stock.options.first { $0.short == String(word.dropFirst().prefix(1)) }
      guard let found, !found.isFlag else {
        result.append(word)
        continue
      }
      let isEndpoint = stock.endpointOptions.contains(found.name)
      if found.name == "port" { hasPort = true }
      if let equals, isEndpoint {
        result.append(word[...equals] + described(word[word.index(after: equals)...]))
      } else if !isLong, word.count > 2, isEndpoint {
        result.append(word.prefix(2) + described(word.dropFirst(2)))
      } else {
        result.append(word)
        let isSplit = equals == nil && (isLong || word.count == 2)
        if isSplit, index < words.count {
          result.append(isEndpoint ? described(words[index]) : words[index])
          index += 1
        }
      }
    }
    return stock == .portforward && !hasPort ? ["--port", "tcp:6666"] + result : result
  }
}
