import ApplicationFacts
import PythonEvaluation
import Testing
import TwistedApplication

/// A master's configuration is a program of its own, which lies beside the `buildbot.tac`.
@Suite struct BuildbotTests {
  private static let tac = """
    import os
    from twisted.application import service
    from buildbot.master import BuildMaster
    basedir = '.'
    rotateLength = 10000000
    configfile = 'master.cfg'
    umask = None
    if basedir == '.':
        basedir = os.path.abspath(os.path.dirname(__file__))
    application = service.Application('buildmaster')
    m = BuildMaster(basedir, configfile, umask)
    m.setServiceParent(application)
    m.log_rotation.rotateLength = rotateLength
    """

  private func read(_ configuration: String?) throws -> Application {
    try TacReader.read(
      Array(Self.tac.utf8), file: "buildbot.tac",
      siblings: SourceFolder(files: configuration.map { ["master.cfg": Array($0.utf8)] } ?? [:]))
  }

  @Test(arguments: [
    ("c['protocols'] = {'pb': {'port': 9989}}\nc['www'] = dict(port=8010, plugins={})", [9989, 8010]),
    ("c['protocols'] = {'pb': {'port': 'tcp:9990:interface=127.0.0.1'}}", [9990]),
    ("c['slavePortnum'] = 9988\nc['www'] = {'port': '8011'}", [9988, 8011]),
    ("PORT = 9000\nc['protocols'] = {'pb': {'port': PORT + 1}, 'msgpack': {'port': None}}", [9001]),
  ])
  func readsItsPorts(lines: String, ports: [Int]) throws {
    let application = try read("from buildbot.plugins import *\nc = BuildmasterConfig = {}\n\(lines)\n")
    #expect(application.listeners.compactMap(\.port?.value) == ports)
    #expect(application.listeners.allSatisfy { $0.certainty == .sure }, "\(application.listeners)")
    let files = application.files.map { "\($0.use) \($0.path.value ?? "?")" }
    #expect(files == ["reads master.cfg", "writes state.sqlite"])
  }

  /// Where the configuration is not at hand, or computes the port, nobody knows it.
  @Test(arguments: [nil, "import os\nBuildmasterConfig = {'www': {'port': int(os.environ['PORT'])}}\n"])
  func saysWhatIsNotKnown(configuration: String?) throws {
    let listeners = try read(configuration).listeners
    #expect(listeners.count == 1 && listeners[0].port?.certainty == .unknown, "\(listeners)")
  }

  @Test func workersConnect() throws {
    let source = """
      from twisted.application import service
      from buildbot_worker.bot import Worker
      application = service.Application('buildbot-worker')
      s = Worker('master.example.org', 9989, 'w', 'pass', 'work', 600, umask=None, maxdelay=300)
      s.setServiceParent(application)
      """
    let application = try TacReader.read(Array(source.utf8), file: "buildbot.tac")
    #expect(
      application.clients.map { "\($0.host?.value ?? "?"):\($0.port?.value ?? 0)" } == ["master.example.org:9989"])
    #expect(application.listeners.isEmpty && application.diagnostics.isEmpty, "\(application.diagnostics)")
  }
}
