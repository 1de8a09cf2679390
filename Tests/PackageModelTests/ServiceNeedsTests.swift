import Debian
import Diagnostics
import PackageModel
import Testing
import ApplicationFacts

private let place = SourceLocation(file: "x.tac", line: 1)

/// What a service needs of the file system.
@Suite struct FileNeedsTests {
  private func needs(_ path: String, _ use: FileReference.Use = .writes) throws -> FileNeeds {
    var application = Application(format: .tac)
    application.files = [FileReference(Fact(path, at: place), use)]
    return FileNeeds(of: application, service: try PackageName("twisted-x", for: .debian, option: "--debfile"))
  }

  @Test(arguments: [
    ("/srv/data/x.db", "/srv/data"), ("/var/lib/other/x", "/var/lib/other"), ("/var/log/x.log", "/var/log"),
    ("/etc/twisted-x/state", "/etc/twisted-x"), ("/srv/a+b-c_d@e.f/x", "/srv/a+b-c_d@e.f"),
  ])
  func writesToFoldersElsewhere(path: String, folder: String) throws {
    for use in [FileReference.Use.writes, .logs] { #expect(try needs(path, use).writableFolders == [folder]) }
    #expect(try needs(path, .reads) == FileNeeds())
  }

  /// systemd makes these, and what is relative lies in the state folder.
  @Test(arguments: [
    "/var/lib/twisted-x/db", "/var/log/twisted-x/a/b.log", "/run/twisted-x/s", "/var/run/twisted-x/s", "x.db",
    "./x", "",
  ])
  func needsNothingForItsOwnFolders(path: String) throws {
    #expect(try needs(path) == FileNeeds())
  }

  /// The unit may write there where the folder's owner lets the service, and never owns it.
  @Test(arguments: [
    ("/run/web/s", "/run/web", true), ("/var/run/web/a/s", "/run/web", true), ("/run/x.sock", "/run", false),
    ("/var/run/x.pid", "/run", false), ("/run/./dbus/x", "/run/dbus", true), ("/run/./x", "/run", false),
    ("//run//systemd//x", "/run/systemd", true), ("/run/twisted-x2/s", "/run/twisted-x2", true),
    ("/run/twisted-x", "/run", false),
  ])
  func tellsOfFoldersOfOthersInRun(path: String, folder: String, isWritable: Bool) throws {
    let name = try PackageName("twisted-x", for: .debian, option: "--debfile")
    let needs = try needs(path)
    #expect(needs.writableFolders == (isWritable ? [folder] : []))
    #expect(needs.foreignRunFolders.map(\.path) == [folder])
    let user = try SystemUser("twisted-x", option: "--user")
    let warnings = needs.advice(for: name, as: ServiceAccount(user: user, group: user))
    #expect(warnings.count == 1 && warnings[0].severity == .warning && warnings[0].location == place)
    #expect(warnings[0].message.contains(folder) && warnings[0].remedy?.contains("/run/twisted-x") == true)
  }

  @Test(arguments: ["/tmp/x", "/var/tmp/a/x"])
  func sharesTemporaryFiles(path: String) throws {
    #expect(try needs(path).sharesTemporaryFiles)
    #expect(try !needs(path, .reads).sharesTemporaryFiles)
  }

  @Test(arguments: [("/home/ada/www", FileReference.Use.serves, FileNeeds.Access.read), ("/root/x", .writes, .write)])
  func usesHomes(path: String, use: FileReference.Use, access: FileNeeds.Access) throws {
    #expect(try needs(path, use).homes == access)
  }

  /// No path of the application's can say more in the unit than a path.
  @Test(arguments: [
    "/srv/a b/x", "/srv/%n/x", "/srv/a\nExecStart=/x/y", "/srv/../etc/x", "/srv/$x/y", "/srv/é/x", "/", "//",
    "/srv/\"a/x", "/srv/a\\/x", "\u{0}/srv/x/y",
  ])
  func leavesStrangePathsAlone(path: String) throws {
    #expect(try needs(path) == FileNeeds())
  }

  /// The root folder is nobody's to open for a service; a file that is there may be its own.
  @Test func tellsOfAFileInTheRootFolder() throws {
    let needs = try needs("/x")
    #expect(needs.rootsFolders.map(\.path) == ["/"] && needs.writableFolders == ["/x"])
  }

  @Test func writesWhereItListens() throws {
    var application = Application(format: .tac)
    application.listeners = [
      Listener(.unix, path: Fact("/run/web/one", at: place), at: place),
      Listener(.unix, path: Fact("/run/web/two", at: place), at: place),
      Listener(.unix, path: Fact("/srv/x/s", at: place), at: place),
    ]
    let needs = FileNeeds(of: application, service: try PackageName("twisted-x", for: .debian, option: "--debfile"))
    #expect(needs.foreignRunFolders.map(\.path) == ["/run/web"] && needs.writableFolders == ["/run/web", "/srv/x"])
  }
}

/// Who a service runs as.
@Suite struct ServiceAccountTests {
  private func account(
    uid: Int? = nil, gid: Int? = nil, user: String? = nil, group: String? = nil, warnings: inout [Diagnostic]
  ) throws(Failure) -> ServiceAccount {
    var application = Application(format: .tac)
    application.uid = uid.map { Fact($0, at: place) }
    application.gid = gid.map { Fact($0, at: place) }
    let package = try PackageName("twisted-x", for: .debian, option: "--debfile")
    warnings = ServiceAccount.notes(user: user, application: application)
    return try ServiceAccount(user: user, group: group, application: application, package: package)
  }

  @Test(
    arguments: [
      // uid, gid, --user, --group; user, group, made, told to twistd
      (nil, nil, nil, nil, "_twisted-x", "_twisted-x", true, false),
      (nil, nil, nil, "www", "_twisted-x", "www", true, false),
      (nil, nil, "web", nil, "web", "web", true, false),
      (nil, nil, "web", "www", "web", "www", true, false),
      (nil, nil, "root", nil, "root", "root", false, false),
      (1000, nil, nil, nil, "1000", "1000", false, true),
      (1000, 2000, nil, nil, "1000", "2000", false, true),
      (1000, 6, nil, "disk", "1000", "disk", false, true),
      (33, 6, "www-data", nil, "www-data", "www-data", true, true),
      (1000, 2000, nil, "www", "1000", "www", false, true),
      (1000, 2000, "web", nil, "web", "web", true, true),
      (0, 0, "root", nil, "root", "root", false, true),
      (nil, 5, nil, nil, "_twisted-x", "_twisted-x", true, true),
    ] as [(Int?, Int?, String?, String?, String, String, Bool, Bool)])
  func isChosen(
    uid: Int?, gid: Int?, user: String?, group: String?, wantedUser: String, wantedGroup: String, isMade: Bool,
    isAskedFor: Bool
  ) throws {
    var warnings: [Diagnostic] = []
    let account = try account(uid: uid, gid: gid, user: user, group: group, warnings: &warnings)
    #expect(account.user.description == wantedUser && account.group.description == wantedGroup)
    #expect(account.isMade == isMade && account.isAskedFor == isAskedFor)
    #expect(warnings.isEmpty)
  }

  @Test(arguments: [(0, nil), (0, 0), (-1, nil), (1000, -5), (Int(UInt32.max), nil), (Int.max, 1)] as [(Int, Int?)])
  func refusesRootAndImpossibleNumbers(uid: Int, gid: Int?) {
    var warnings: [Diagnostic] = []
    let error = #expect(throws: Failure.self) { try account(uid: uid, gid: gid, warnings: &warnings) }
    #expect(error?.kind == .usage && error?.diagnostics.first?.remedy?.contains("--user") == true)
  }

  /// disk, shadow, adm, sudo, docker and the like: whoever wants them says so by name.
  @Test(
    arguments: [(33, nil), (1000, 0), (1000, 6), (2000, 42), (999, 1000), (65534, nil), (1000, 65534)] as [(Int, Int?)])
  func refusesAccountsOfTheSystem(uid: Int, gid: Int?) {
    var warnings: [Diagnostic] = []
    let error = #expect(throws: Failure.self) { try account(uid: uid, gid: gid, warnings: &warnings) }
    #expect(error?.kind == .usage)
    #expect(error?.diagnostics.first?.location == place)
    #expect(error?.diagnostics.first?.message.contains("of the system") == true)
  }

  @Test func refusesNamesThatNobodyCanHave() {
    var warnings: [Diagnostic] = []
    #expect(throws: Failure.self) { try account(user: "a b", warnings: &warnings) }
    #expect(throws: Failure.self) { try account(group: "a:b", warnings: &warnings) }
    #expect(throws: Failure.self) { try account(uid: 5, group: "", warnings: &warnings) }
  }

  @Test func warnsOfAUserThatIsNotKnown() throws {
    var application = Application(format: .tac)
    application.uid = Fact(nil, at: place, origin: "from getpwnam()")
    let package = try PackageName("twisted-x", for: .debian, option: "--debfile")
    let account = try ServiceAccount(user: nil, group: nil, application: application, package: package)
    let warnings = ServiceAccount.notes(user: nil, application: application)
    #expect(account.user.description == "_twisted-x" && account.isAskedFor)
    #expect(warnings.count == 1 && warnings[0].remedy?.contains("--user") == true)
  }
}

/// Whether a service talks IP, for `RestrictAddressFamilies=`.
@Suite struct AddressFamilyTests {
  private func usesInternet(
    _ listeners: [Listener.Transport], clients: [Listener.Transport] = [], modules: [(String, Module.Kind)] = []
  ) -> Bool {
    var application = Application(format: .tac)
    application.listeners = listeners.map { Listener($0, at: place) }
    application.clients = clients.map { Client($0, at: place) }
    application.modules = modules.map { Module($0.0, $0.1, at: place) }
    return NetworkNeeds(of: application).usesInternet
  }

  @Test func doesNotWhereAllIsLocal() {
    #expect(!usesInternet([.unix]))
    #expect(!usesInternet([.unix, .unixDatagram], clients: [.unix]))
    #expect(!usesInternet([.unix], modules: [("twisted.application.service", .twisted)]))
  }

  @Test func mayWhereAnythingCouldHide() {
    #expect(usesInternet([]))
    for transport in Listener.Transport.allCases where ![.unix, .unixDatagram].contains(transport) {
      #expect(usesInternet([.unix, transport]), "\(transport)")
      #expect(usesInternet([.unix], clients: [transport]), "\(transport)")
    }
    for module: (String, Module.Kind) in [
      ("os", .standardLibrary), ("shop", .local), ("requests", .thirdParty), ("twisted.web.client", .twisted),
    ] { #expect(usesInternet([.unix], modules: [module]), "\(module.0)") }
  }
}
