/// An application file made to be read for a measurable time.
enum ReadingInput: String, CaseIterable {
  case services0, services2, services4, data, tuples, source

  var title: String {
    switch self {
    case .services0: "services, pickle protocol 0"
    case .services2: "services, pickle protocol 2"
    case .services4: "services, pickle protocol 4"
    case .data: "data, pickle protocol 2"
    case .tuples: "empty lists in tuples (hostile)"
    case .source: "Python source"
    }
  }

  /// A refusal is as good an answer as facts, where the file is no application's.
  var isHostile: Bool { self == .tuples }

  var bytes: [UInt8] {
    switch self {
    case .services0: Self.services(protocolVersion: 0)
    case .services2: Self.services(protocolVersion: 2)
    case .services4: Self.services(protocolVersion: 4)
    case .data: Self.application(protocolVersion: 2, attribute: Self.table)
    case .tuples: Self.application(protocolVersion: 2, attribute: Self.emptyLists)
    case .source: Self.program
    }
  }

  private static let pickleSize = 50_000_000

  /// Servers with a factory each, as `twistd` finds them in a saved application.
  private static func services(protocolVersion: Int) -> [UInt8] {
    application(protocolVersion: protocolVersion) { pickle in
      var number = 0
      pickle.batchedList { pickle in
        number += 1
        server(&pickle, number)
        return pickle.bytes.count < pickleSize
      }
    }
  }

  private static func server(_ pickle: inout PickleWriter, _ number: Int) {
    pickle.instance("twisted.application.internet", "TCPServer") { pickle in
      pickle.text("name")
      pickle.text("the service number \(number)")
      pickle.text("running")
      pickle.int(0)
      pickle.text("kwargs")
      pickle.dictionary { _ in }
      pickle.text("args")
      pickle.tuple { pickle in
        pickle.int(1024 + number % 60_000)
        pickle.instance("twisted.web.server", "Site") { pickle in
          pickle.text("timeOut")
          pickle.float(43_200)
          pickle.text("resource")
          pickle.instance("twisted.web.static", "File") { pickle in
            pickle.text("path")
            pickle.text("/srv/www/customers/\(number)")
            pickle.text("children")
            pickle.dictionary { _ in }
          }
        }
        pickle.int(50)
        pickle.text("127.0.0.1")
      }
    }
  }

  /// What a program may keep beside its services: rows of text and numbers.
  private static func table(_ pickle: inout PickleWriter) {
    var number = 0
    pickle.batchedList { pickle in
      number += 1
      pickle.dictionary { pickle in
        pickle.text("key")
        pickle.int(number)
        pickle.text("value")
        pickle.text("a text for the entry \(number)")
        pickle.text("weight")
        pickle.float(Double(number) / 7)
        pickle.text("near")
        pickle.tuple { pickle in for step in 1...4 { pickle.int(number / step) } }
      }
      return pickle.bytes.count < pickleSize
    }
  }

  /// Four objects in as many bytes, none of them memoized: no pickler writes that.
  private static func emptyLists(_ pickle: inout PickleWriter) {
    pickle.batchedList { pickle in
      pickle.raw([0x5D, 0x5D, 0x5D, 0x87])
      return pickle.bytes.count < pickleSize / 4
    }
  }

  private static func application(
    protocolVersion: Int, attribute: (inout PickleWriter) -> Void = { $0.list { _ in } }
  ) -> [UInt8] {
    var pickle = PickleWriter(protocolVersion: protocolVersion)
    pickle.instance("twisted.python.components", "Componentized") { pickle in
      pickle.text("_adapterCache")
      pickle.dictionary { pickle in
        pickle.text("twisted.application.service.IServiceCollection")
        pickle.instance("twisted.application.service", "MultiService") { pickle in
          pickle.text("name")
          pickle.text("bench")
          pickle.text("services")
          attribute(&pickle)
        }
      }
    }
    pickle.op(".")
    return pickle.bytes
  }

  /// Statements as .tac files have them, over and over under other names.
  private static var program: [UInt8] {
    var text = Array(
      """
      # -*- coding: utf-8 -*-
      import os
      from twisted.application import internet, service
      from twisted.web import server, static

      application = service.Application("bench", uid=1000, gid=1000)
      root = service.IServiceCollection(application)


      """.utf8)
    var number = 0
    while text.count < 3_500_000 {
      number += 1
      text +=
        """
        # The shop number \(number): it serves its own folder, and tells how many came.
        class Shop\(number)(static.File):
            \"\"\"Serves what is for sale in shop \(number).\"\"\"

            isLeaf = False
            limit = \(number) * 3 + 7

            def __init__(self, path, title="Shop \(number)"):
                static.File.__init__(self, path)
                self.title = title
                self.visitors = {}

            def render_GET(self, request):
                host = request.getHeader("host") or "unknown"
                self.visitors[host] = self.visitors.get(host, 0) + 1
                if self.visitors[host] > self.limit and not request.isSecure():
                    request.setResponseCode(503)
                    return "<p>%s: too many of %s</p>" % (self.title, host)
                return static.File.render_GET(self, request)


        settings\(number) = {"path": os.path.join("/srv/www", "shop\(number)"), "words": ["a", "b", "c"], "size": 0x1F}
        site\(number) = server.Site(Shop\(number)(settings\(number)["path"], title="Number %d" % \(number)))
        for word in settings\(number)["words"]:
            site\(number).resource.putChild(word, static.Data("shop " + word, "text/plain"))


        """.utf8
      if number % 200 == 1 {
        text += "internet.TCPServer(\(8000 + number / 200), site\(number)).setServiceParent(root)\n\n".utf8
      }
    }
    return text
  }
}
