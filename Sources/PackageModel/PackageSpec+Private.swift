import Diagnostics

extension PackageSpec {
  /// The files and folders of a service that only root and the service's group may read, as others could not where they
  /// came from; those of the payload are the first service's.
  package func privateFiles(of service: Service) -> [String] {
    var paths = service.installedFiles.filter(\.isPrivate).map(\.path)
    if service.name == self.service.name { paths += payload.filter(\.isPrivate).map(\.path) }
    return paths
  }

  /// Whether there is any such file, so that the package itself is not for everyone.
  package var hasPrivateFiles: Bool { services.contains { !privateFiles(of: $0).isEmpty } }

  /// Takes in more files.
  ///
  /// - Throws: A usage failure for a place that is taken.
  package mutating func add(_ files: [PackagedFile]) throws(Failure) {
    guard !files.isEmpty else { return }
    let taken = Set(payload.map(\.path))
    if let twin = files.first(where: { taken.contains($0.path) }) {
      throw Failure.usage(
        .fileCollision, "two files would be installed as \(quoted(twin.path))", remedy: "leave one of them out")
    }
    payload = (payload + files).sorted { $0.path.precedes($1.path) }
    try refuseTakenPlaces()
  }

  /// A file has one group.
  func refuseSeveralGroups() throws(Failure) {
    guard let file = payload.first(where: \.isPrivate),
      services.contains(where: { $0.account.group != service.account.group })
    else { return }
    throw Failure.usage(
      .account, "others may not read what becomes \(quoted(file.path)), and the package's services have several groups",
      remedy: "give them one with --group NAME, or let others read the file")
  }
}
