extension StockPlugin {
  /// An option of a stock plugin, from the `tap` modules of Twisted 22.4.
  struct Option {
    var name: String
    var short: String?
    var isFlag = false
    var fallback: String?
  }

  /// The options that the plugin takes beyond `--help` and `--version`.
  var options: [Option] {
    switch self {
    case .conch:
      parameters("interface i", "port p tcp:22", "data d /etc", "moduli", "auth")
    case .dns:
      parameters("interface i", "port p 53", "resolv-conf", "hosts-file", "pyzone", "bindzone", "secondary")
        + flags("cache c", "recursive r", "verbose v")
    case .ftp:
      parameters("port p 2121", "root r /usr/local/ftp", "userAnonymous - anonymous", "password-file", "auth")
    case .inetd: parameters("rpc r /etc/rpc", "file f /etc/inetd.conf") + flags("nointernal i")
    case .mail:
      parameters("relay R", "hostname H", "pop3 p", "smtp s", "maildirdbmdomain d", "user u", "aliases A", "auth")
        + flags("esmtp E", "disable-anonymous", "no-pop3", "no-smtp", "default D", "bounce-to-postmaster b")
    case .manhole:
      parameters(
        "telnetPort t", "sshPort s", "passwd p /etc/passwd", "sshKeyDir", "sshKeyName - server.key", "sshKeySize - 4096"
      )
    case .portforward: parameters("port p 6666", "host h localhost", "dest_port d 6665")
    case .procmon:
      parameters("threshold t 1", "killtime k 5", "minrestartdelay m 1", "maxrestartdelay M 3600")
    case .socks: parameters("interface i 127.0.0.1", "port p 1080", "log l")
    case .web:
      parameters(
        "logfile l", "certificate c server.pem", "privkey k server.pem", "port p", "https", "listen", "index i", "path",
        "processor", "class", "resource-script", "wsgi", "mime-type m", "ignore-ext", "add-header")
        + flags("notracebacks n", "display-tracebacks", "personal", "user u", "allow-ignore-ext")
    case .words: parameters("hostname", "irc-port", "pb-port", "group", "passwd", "auth")
    case .xmppRouter: parameters("port - tcp:5347:interface=127.0.0.1", "secret - secret") + flags("verbose v")
    }
  }

  private func parameters(_ rows: String...) -> [Option] { rows.map { row($0, isFlag: false) } }

  private func flags(_ rows: String...) -> [Option] { rows.map { row($0, isFlag: true) } }

  private func row(_ text: String, isFlag: Bool) -> Option {
    let words = text.split(separator: " ").map(String.init)
    return Option(
      name: words[0], short: words.count > 1 && words[1] != "-" ? words[1] : nil, isFlag: isFlag,
      fallback: words.count > 2 ? words[2] : nil)
  }
}
