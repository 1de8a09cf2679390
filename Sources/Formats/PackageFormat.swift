import Dependencies
import Diagnostics
import PackageModel
import Templates
import Toolbox

/// A format of packages: everything that is its own. Its target holds the one value of it, and the tools are told which
/// formats there are; nothing else asks for one in particular.
package protocol PackageFormat: Sendable {
  /// What it expects of a package and its service.
  var rules: FormatRules { get }
  /// How it writes relations to other packages.
  var grammar: RelationGrammar { get }
  /// What the tools say of it.
  var words: FormatWords { get }
  /// The options that it has beside those of all.
  var options: FormatOptions { get }
  /// Who answers for a package where nobody is named; `nil` where someone has to be.
  var usualMaintainer: Maintainer? { get }

  /// The same for packages of one system; itself for a format that knows no targets.
  func fitted(to target: Target) -> any PackageFormat

  /// What the packager should know of the options.
  func notes(on options: PublishingOptions) -> [Diagnostic]

  /// The programs that make what is asked for.
  ///
  /// - Throws: A usage failure for options that contradict one another.
  func programs(for options: PublishingOptions) throws(Failure) -> [Program]

  /// The packages of this machine that have modules of Python's.
  func packages(of modules: [String], _ context: BuildContext) throws(Failure) -> [String: String]

  /// What compiled files need of other packages, and the architecture that they are for.
  ///
  /// - Parameter files: Absolute paths in a workspace; libraries among them are the package's own.
  func libraries(
    of files: [String], timestamp: Int, _ context: BuildContext
  ) throws(Failure) -> (architecture: String, relations: [RelationText])

  /// The files of a package, and those that it is built from.
  func trees(of spec: PackageSpec, from templates: TemplateStore, _ context: BuildContext) throws(Failure)
    -> PackageTrees

  /// Makes what is asked for, puts it into the output folder and adds it to the archive.
  ///
  /// - Parameter meanwhile: What this process can do while the format's programs work: called once, whatever fails afterwards.
  func make(
    _ spec: PackageSpec, from templates: TemplateStore, publishing options: PublishingOptions, _ context: BuildContext,
    meanwhile: () -> Void
  ) throws(Failure) -> Artefacts
}

extension PackageFormat {
  package var name: String { rules.name }
  package var usualMaintainer: Maintainer? { nil }
  package func fitted(to target: Target) -> any PackageFormat { self }
  package func notes(on options: PublishingOptions) -> [Diagnostic] { [] }
  package func packages(of modules: [String], _ context: BuildContext) throws(Failure) -> [String: String] { [:] }
}

/// A package as trees of files, rendered and not yet built.
package struct PackageTrees: Sendable {
  /// What tells the package manager about the package, if that is files.
  package var control = FileTree()
  package var installed: FileTree
  /// What the package is built from.
  package var source: FileTree

  package init(control: FileTree = FileTree(), installed: FileTree, source: FileTree) {
    (self.control, self.installed, self.source) = (control, installed, source)
  }
}
