import PackageModel
import Toolbox

extension PackageSpec {
  /// The values that tell of the release.
  var releaseValues: TemplateValues {
    let year = Clock.year(timestamp)
    return [
      "homepage": .text(homepage?.description ?? ""),
      "vcsBrowser": .text(repository?.browser.description ?? ""),
      "vcsGit": .text(repository?.git ?? ""),
      "section": .text(section.description),
      "copyright": .text(licence.copyright?.description ?? "\(year) \(maintainer)"),
      "license": .text(licence.identifier ?? "LicenseRef-Unspecified"),
      "news": .flag(changelog.isNews),
    ]
  }
}

extension PackageSpec {
  /// The NEWS file, where the history was written for those who use the software.
  package var news: String? { changelog.isNews ? changelog.newsText : nil }
}
