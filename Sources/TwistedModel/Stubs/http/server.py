from socketserver import TCPServer


class HTTPServer(TCPServer):
    pass


class ThreadingHTTPServer(HTTPServer):
    pass
