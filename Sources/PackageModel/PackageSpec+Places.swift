import Diagnostics
import Text

extension PackageSpec {
  /// Refuses files where the services have files of their own, and below the folders that they may write to: what root
  /// installs or changes there by name, the service could turn into a link.
  ///
  /// - Throws: A usage failure that names the file and what brought it.
  func refuseTakenPlaces() throws(Failure) {
    let files = Set(ownPlaces.map(\.path))
    let folders = services.flatMap { [$0.stateFolder, $0.logFolder, "/var/cache/\($0.name)"] }
    var above: Set<String> = []
    for file in files {
      var folder = Path(file).folder
      while folder != "/", above.insert(folder).inserted { folder = Path(folder).folder }
    }
    for file in payload {
      let isTaken = files.contains(file.path) || (file.content != .folder && above.contains(file.path))
      guard isTaken || (file.path.hasPrefix("/var/") && folders.contains { Path(file.path).lies(in: $0) }) else {
        continue
      }
      throw Failure.usage(
        .fileCollision,
        "\(quoted(file.path)) is a place of the service's own, and nothing else goes there\(file.reason.isEmpty ? "" : " (\(file.reason))")",
        remedy: "give it another place")
    }
  }
}
