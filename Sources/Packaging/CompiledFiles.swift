import Bundling
import Diagnostics
import PackageModel
import Toolbox

/// The compiled files of a payload, found by what is in them, and not by their names.
struct CompiledFiles: Sendable {
  /// All of them that were not made by pip, by their places in the payload.
  private(set) var places: [Int] = []
  /// Those among them that programs are loaded from, on a machine such as this.
  private(set) var loaded: [Int] = []
  private(set) var notes: [Diagnostic] = []

  /// - Throws: A build failure for a module of Python that is for another machine.
  init(of payload: [PackagedFile]) throws(Failure) {
    var own: [UInt8]?
    for (place, file) in payload.enumerated() {
      guard case .file(let source) = file.content, source.size >= ELFHeader.size, let open = try? source.open(),
        let header = ELFHeader(open.beginning(ELFHeader.size))
      else { continue }
      places.append(place)
      if own == nil { own = try ELFHeader.own().machine }
      if header.machine == own {
        if header.isLoaded { loaded.append(place) }
      } else if ELFHeader.isModule(source.path) {
        throw Failure.build(
          .compiledElsewhere, "is compiled for another machine than this one", at: SourceLocation(file: source.name),
          remedy: "build the package on the kind of machine that it is for, or leave it out with --exclude")
      } else {
        notes.append(
          .note(.compiledElsewhere, "\(quoted(source.name)) is compiled for another machine, and goes in as data"))
      }
    }
  }

  /// The payload with the compiled files of the package's folder in /usr/share below /usr/lib, and links to them where
  /// they were: what is in /usr/share is the same on every machine (FHS 3.0, 4.11).
  func placed(_ payload: [PackagedFile], of package: PackageName) -> [PackagedFile] {
    var payload = payload
    let (home, folder) = ("/usr/share/\(package)/", "/usr/lib/\(package)/compiled/")
    let privateFolders = payload.filter { $0.isPrivate && $0.content == .folder }.map { $0.path + "/" }
    for place in places where payload[place].path.hasPrefix(home) {
      var file = payload[place]
      let link = PackagedFile(file.path, linkTo: folder + file.path.dropFirst(home.utf8.count)).because(file.reason)
      file.isPrivate = file.isPrivate || privateFolders.contains { file.path.hasPrefix($0) }
      file.path = folder + file.path.dropFirst(home.utf8.count)
      payload[place] = file
      payload.append(link)
    }
    return payload
  }
}
