/// What apt, dpkg and the maintainer scripts said when an installation or removal failed.
package struct InstallationLog: Sendable {
  package private(set) var findings: [Finding] = []

  package init(_ text: String) {
    for line in text.split(separator: "\n").map(String.init) {
      if line.contains("Depends: "),
        line.contains("not installable") || line.contains("not going to be installed")
          || line.contains("is to be installed")
      {
        let name = line.split(separator: ":").last.map { $0.drop { $0 == " " }.prefix { $0 != " " } } ?? ""
        findings.append(
          Finding(
            .dependency, "the root cannot have the dependency \(name)",
            remedy: "name a package of this release with --depends, or another root with --verify-root"))
      } else if line.contains(" is needed by ") {
        findings.append(
          Finding(
            .dependency,
            "the root has nothing that provides \(line.drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " })",
            remedy: "name a package of this release with --depends, or another root with --verify-root"))
      } else if line.contains("scriptlet failed") {
        findings.append(
          Finding(.installation, String(line.drop { $0 == " " }), remedy: "see what the script runs, with --print"))
      } else if line.contains("conflicts with file from package") {
        findings.append(
          Finding(.conflict, String(line.drop { $0 == " " || $0 == "\t" }), remedy: "give the file another place"))
      } else if line.contains("trying to overwrite '") {
        findings.append(
          Finding(
            .conflict, String(line.drop { $0 == " " }),
            remedy: "give the file another place, or name the package with --conflicts and --replaces"))
      } else if line.contains("script subprocess returned error") || line.contains("script subprocess was killed") {
        findings.append(
          Finding(.installation, String(line.drop { $0 == " " }), remedy: "see what the script runs, with --print"))
      }
    }
    if findings.isEmpty {
      let last = text.split(separator: "\n").last { !$0.allSatisfy(\.isWhitespace) } ?? "it says nothing"
      let error = text.split(separator: "\n").last { $0.hasPrefix("E: ") || $0.contains("error") } ?? last
      findings = [Finding(.installation, "the package manager ends with an error: \(error)")]
    }
  }
}
