import PackageModel

extension Relations {
  /// The fields of a control file, a line each, in the order of dpkg-gencontrol (Debian Policy 7).
  ///
  /// - Parameter sourceSubstitution: A variable that debhelper fills in, which every source package names.
  func fields(sourceSubstitution: String?) -> String {
    Self.order.compactMap { kind, field in
      var values = self[kind]
      if kind == .depends, let sourceSubstitution { values.append(sourceSubstitution) }
      return values.isEmpty ? nil : "\(field): \(values.joined(separator: ", "))"
    }.joined(separator: "\n")
  }

  private static let order: [(Kind, String)] = [
    (.depends, "Depends"), (.recommends, "Recommends"), (.suggests, "Suggests"), (.conflicts, "Conflicts"),
    (.replaces, "Replaces"), (.provides, "Provides"),
  ]
}
