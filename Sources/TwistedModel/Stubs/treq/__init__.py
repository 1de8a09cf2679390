"""treq: requests, known by their URL."""
from twisted.web.client import _connect


def request(method, url, data=None, *, agent=None, pool=None, persistent=None, params=None, headers=None, files=None, json=None,
            auth=None, cookies=None, allow_redirects=True, browser_like_redirects=False, unbuffered=False, reactor=None,
            timeout=None):
    _connect(url)


def get(url, headers=None, *, agent=None, pool=None, persistent=None, params=None, data=None, files=None, json=None,
        auth=None, cookies=None, allow_redirects=True, browser_like_redirects=False, unbuffered=False, reactor=None,
        timeout=None):
    _connect(url)


def head(url, *, agent=None, pool=None, persistent=None, params=None, headers=None, data=None, files=None, json=None,
         auth=None, cookies=None, allow_redirects=True, browser_like_redirects=False, unbuffered=False, reactor=None,
         timeout=None):
    _connect(url)


def post(url, data=None, *, agent=None, pool=None, persistent=None, params=None, headers=None, files=None, json=None,
         auth=None, cookies=None, allow_redirects=True, browser_like_redirects=False, unbuffered=False, reactor=None,
         timeout=None):
    _connect(url)


def put(url, data=None, *, agent=None, pool=None, persistent=None, params=None, headers=None, files=None, json=None,
        auth=None, cookies=None, allow_redirects=True, browser_like_redirects=False, unbuffered=False, reactor=None,
        timeout=None):
    _connect(url)


def patch(url, data=None, *, agent=None, pool=None, persistent=None, params=None, headers=None, files=None, json=None,
          auth=None, cookies=None, allow_redirects=True, browser_like_redirects=False, unbuffered=False, reactor=None,
          timeout=None):
    _connect(url)


def delete(url, *, agent=None, pool=None, persistent=None, params=None, headers=None, data=None, files=None, json=None,
           auth=None, cookies=None, allow_redirects=True, browser_like_redirects=False, unbuffered=False, reactor=None,
           timeout=None):
    _connect(url)
