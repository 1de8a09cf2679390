import ApplicationFacts
import PythonEvaluation

extension Framework {
  /// Twisted: its services, endpoints and reactor, and the interfaces of zope that it stands on.
  package static let twisted: Framework = {
    var twisted = Framework()
    twisted.owns = { KnownNames.isTwisted($0) }
    twisted.answers = { $0.hasPrefix("twisted.application.service.") }
    twisted.canonical = { KnownNames.canonical($0) }
    twisted.isPackage = { ModuleNames.twistedPackages.contains($0) }
    twisted.module = "twisted"
    twisted.core = [
      "twisted.application.service", "twisted.application.internet", "twisted.internet.reactor",
      "twisted.internet.protocol", "twisted.internet.defer",
    ]
    twisted.constants = KnownNames.constants
    twisted.starred = KnownNames.starred
    twisted.pathClass = "twisted.python.filepath.FilePath"
    twisted.providers = ["zope.interface.provider"]
    twisted.decoration = { name in
      switch name {
      case "twisted.internet.defer.inlineCallbacks", "twisted.internet.defer.deferredGenerator": .deferred
      case "twisted.python.util.cachedproperty": .cachedProperty
      default: name.hasPrefix("zope.interface.") ? .nothing : nil
      }
    }
    twisted.methods = { $0.hasPrefix("twisted.application.") ? KnownNames.serviceMethods : nil }
    twisted.call = { $0.callTwisted($1, $2, at: $3) }
    twisted.callUndescribed = { $0.callUndescribed($1, $2, at: $3) }
    twisted.effect = { $0.callEffect($1, $2, at: $3) }
    twisted.callMethod = { $0.callServiceMethod($1, of: $2, $3, at: $4) }
    twisted.callInstance = { $0.callTwistedInstance($1, of: $2, with: $3, at: $4) }
    twisted.construct = { $0.constructService($1, in: $2, with: $3, at: $4) }
    twisted.attribute = { $0.serviceAttribute($1, of: $2, at: $3) }
    twisted.members = { $0.children(of: $1) }
    twisted.option = { $0.option($2, of: $1) }
    twisted.options = { $0.declaredOptions($1) }
    twisted.stored = { $0.storedInService($1, $2, of: $3, at: $4) }
    twisted.handedOver = { $0.serviceHandedOver($1, at: $2) }
    return twisted
  }()
}
