from twisted.web.client import _connect


class HTTPClient:
    def __init__(self, agent, cookiejar=None, data_to_body_producer=None):
        pass

    def request(self, method, url, *, params=None, headers=None, data=None, files=None, json=None, auth=None, cookies=None,
                allow_redirects=True, browser_like_redirects=False, unbuffered=False, reactor=None, timeout=None,
                _stacklevel=2):
        _connect(url)

    def get(self, url, **kwargs):
        _connect(url)

    def head(self, url, **kwargs):
        _connect(url)

    def post(self, url, data=None, **kwargs):
        _connect(url)

    def put(self, url, data=None, **kwargs):
        _connect(url)

    def patch(self, url, data=None, **kwargs):
        _connect(url)

    def delete(self, url, **kwargs):
        _connect(url)
