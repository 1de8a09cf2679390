extension Diagnostic {
  /// What it is about, in a word that programs can decide by: it stays when the message is put in other words.
  /// docs/diagnostics.md says what each means.
  package enum Code: String, Sendable, CaseIterable, Codable {
    // MARK: The command line and the configuration
    case configuration
    case configurationFound = "configuration-found"
    case configurationTrust = "configuration-trust"
    case deceptiveText = "deceptive-text"
    case encoding
    case inputMissing = "input-missing"
    case limit
    case option
    case optionDeprecated = "option-deprecated"
    case optionValue = "option-value"
    case optionsExclude = "options-exclude"
    case outputExists = "output-exists"

    // MARK: The application
    case applicationFails = "application-fails"
    case applicationFormat = "application-format"
    case applicationMissing = "application-missing"
    case applicationUnreadable = "application-unreadable"
    case codeMissing = "code-missing"
    case codeUnread = "code-unread"
    case encryption
    case factsCut = "facts-cut"
    case factsUnknown = "facts-unknown"
    case modulePath = "module-path"
    case pickle
    case plugin
    case pluginOption = "plugin-option"
    case portUnknown = "port-unknown"
    case python2 = "python-2"
    case savedState = "saved-state"
    case serviceUnreached = "service-unreached"
    case stub
    case stubs
    case suspicious

    // MARK: The service
    case account
    case accountUnknown = "account-unknown"
    case initScriptLacks = "init-script-lacks"
    case rootNeeded = "root-needed"
    case secretInUnit = "secret-in-unit"
    case secretOnCommandLine = "secret-on-command-line"
    case serviceName = "service-name"
    case socket
    case unitDirective = "unit-directive"
    case variable
    case variableNeeded = "variable-needed"

    // MARK: Files
    case attributeLost = "attribute-lost"
    case compiledElsewhere = "compiled-elsewhere"
    case fileCollision = "file-collision"
    case fileForRoot = "file-for-root"
    case fileLeftOut = "file-left-out"
    case fileMissing = "file-missing"
    case fileOfBuilder = "file-of-builder"
    case fileOutside = "file-outside"
    case fileRenamed = "file-renamed"
    case fileUnknown = "file-unknown"
    case fileUnpackable = "file-unpackable"
    case fileUnreadable = "file-unreadable"
    case fileWritten = "file-written"
    case link
    case moduleLeftOut = "module-left-out"
    case pluginOfEverybody = "plugin-of-everybody"
    case secretFile = "secret-file"
    case targetPath = "target-path"

    // MARK: Bundles and dependencies
    case bundle
    case bundleContents = "bundle-contents"
    case dependencyGuessed = "dependency-guessed"
    case dependencyUnknown = "dependency-unknown"
    case environmentRead = "environment-read"
    case interpreter
    case relation
    case relationUnsaid = "relation-unsaid"
    case requirement
    case requirementAddress = "requirement-address"
    case requirementPinned = "requirement-pinned"
    case requirementUnpinned = "requirement-unpinned"
    case runsAtStart = "runs-at-start"
    case runsForeignCode = "runs-foreign-code"
    case sharedLibrary = "shared-library"

    // MARK: The release
    case changelog
    case changelogDate = "changelog-date"
    case changelogOrder = "changelog-order"
    case changelogVersion = "changelog-version"
    case git
    case gitUncertain = "git-uncertain"
    case licence
    case licenceDeprecated = "licence-deprecated"
    case maintainer
    case packageName = "package-name"
    case packageTwice = "package-twice"
    case project
    case projectVersion = "project-version"
    case sourceDate = "source-date"
    case target
    case targetLacks = "target-lacks"
    case version
    case webAddress = "web-address"

    // MARK: Making, publishing and trying
    case archiveConflict = "archive-conflict"
    case conversion
    case conversionIncomplete = "conversion-incomplete"
    case converted
    case failOn = "fail-on"
    case programFailed = "program-failed"
    case programMissing = "program-missing"
    case script
    case signingKey = "signing-key"
    case system
    case template
    case temporaryFolder = "temporary-folder"
    case unsigned
    case verification
  }
}
