// Made by packaging/make-dependency-table from Debian; edit that or packaging/python-imports instead.

extension DistributionTable {
  /// The distributions that modules are of: MODULE=NAME.
  static let modules = """
    Crypto=pycryptodome Cryptodome=pycryptodomex IPython=ipython M2Crypto=m2crypto MySQLdb=mysqlclient
    OpenSSL=pyopenssl PAM=python-pam PIL=pillow RPi=rpi-gpio Xlib=python-xlib ZODB=zodb acme=acme aiohttp=aiohttp
    aiosmtpd=aiosmtpd aiosmtplib=aiosmtplib alembic=alembic allmydata=tahoe-lafs amqp=amqp appdirs=appdirs
    apscheduler=apscheduler apt=python-apt apt_pkg=python-apt argon2=argon2-cffi asn1crypto=asn1crypto
    asyncpg=asyncpg attr=attrs attrs=attrs autobahn=autobahn automat=automat babel=babel bcrypt=bcrypt
    bleach=bleach bleak=bleak blinker=blinker boltons=boltons boto3=boto3 botocore=botocore bottle=bottle
    brotli=brotli bs4=beautifulsoup4 bson=pymongo buildbot=buildbot cached_property=cached-property
    cachetools=cachetools carbon=carbon cassandra=cassandra-driver cattr=cattrs cattrs=cattrs cbor=cbor cbor2=cbor2
    celery=celery certbot=certbot certifi=certifi chameleon=chameleon channels=channels chardet=chardet
    charset_normalizer=charset-normalizer cherrypy=cherrypy click=click colorama=colorama configobj=configobj
    constantly=constantly construct=construct couchdb=couchdb crochet=crochet croniter=croniter crossbar=crossbar
    cryptography=cryptography cssselect=cssselect cssselect2=cssselect2
    cv2=opencv-python daemon=python-daemon daphne=daphne
    dataclasses_json=dataclasses-json dateutil=python-dateutil dbus=dbus-python debian=python-debian
    decorator=decorator defusedxml=defusedxml deprecated=deprecated dill=dill django=django dkim=dkimpy
    dns=dnspython docker=docker docopt=docopt dotenv=python-dotenv ecdsa=ecdsa elasticsearch=elasticsearch
    eliot=eliot epsilon=epsilon evdev=evdev falcon=falcon fastapi=fastapi feedparser=feedparser fido2=fido2
    filelock=filelock flask=flask flatbuffers=flatbuffers foolscap=foolscap formless=nevow frozendict=frozendict
    funcsigs=funcsigs fuse=fuse-python future=future genshi=genshi geoip2=geoip2 geopy=geopy gevent=gevent
    gi=pygobject gnupg=python-gnupg google.protobuf=protobuf gpiozero=gpiozero graphite=graphite-web
    greenlet=greenlet gridfs=pymongo gssapi=gssapi gunicorn=gunicorn h11=h11 h2=h2 hamcrest=pyhamcrest hpack=hpack
    html2text=html2text html5lib=html5lib httplib2=httplib2 httptools=httptools httpx=httpx humanize=humanize
    hyperframe=hyperframe hyperlink=hyperlink icalendar=icalendar icu=pyicu idna=idna
    importlib_metadata=importlib-metadata importlib_resources=importlib-resources incremental=incremental
    influxdb=influxdb ipaddr=ipaddr iso8601=iso8601 isodate=isodate itsdangerous=itsdangerous jinja2=jinja2
    jose=python-jose josepy=josepy jsonpatch=jsonpatch jsonpointer=jsonpointer jsonrpclib=jsonrpclib-pelix
    jsonschema=jsonschema jwcrypto=jwcrypto jwt=pyjwt kafka=kafka-python kazoo=kazoo kerberos=pykerberos
    klein=klein kombu=kombu ldap=python-ldap ldap3=ldap3 ldaptor=ldaptor ldapurl=python-ldap ldif=python-ldap
    libvirt=libvirt-python lxml=lxml lz4=lz4 magic=python-magic mako=mako markdown=markdown
    markdown_it=markdown-it-py markupsafe=markupsafe marshmallow=marshmallow matplotlib=matplotlib mautrix=mautrix
    maxminddb=maxminddb mechanize=mechanize memcache=python-memcached mimic=mimic mistune=mistune mock=mock
    more_itertools=more-itertools msgpack=msgpack multipart=python-multipart mypy_extensions=mypy-extensions
    nacl=pynacl netaddr=netaddr netifaces=netifaces networkx=networkx nevow=nevow numpy=numpy oauthlib=oauthlib
    opentelemetry=opentelemetry-api orjson=orjson oscrypto=oscrypto packaging=packaging paho=paho-mqtt
    pam=python-pam pandas=pandas paramiko=paramiko parsel=parsel passlib=passlib past=future
    paste.deploy=pastedeploy pathlib2=pathlib2 pecan=pecan peewee=peewee persistent=persistent pexpect=pexpect
    picamera=picamera pika=pika pip=pip pkg_resources=setuptools pluggy=pluggy polib=polib prctl=python-prctl
    priority=priority prometheus_client=prometheus-client psutil=psutil psycopg=psycopg psycopg2=psycopg2
    psycopg2cffi=psycopg2cffi ptyprocess=ptyprocess pyasn1=pyasn1 pyasn1_modules=pyasn1-modules pycurl=pycurl
    pydantic=pydantic pydbus=pydbus pygments=pygments pyinotify=pyinotify pylibmc=pylibmc pymemcache=pymemcache
    pymongo=pymongo pymssql=pymssql pymysql=pymysql pynput=pynput pyodbc=pyodbc pyotp=pyotp pyparsing=pyparsing
    pyquery=pyquery pyramid=pyramid pysnmp=pysnmp pytest=pytest pytz=pytz pyudev=pyudev qrcode=qrcode redis=redis
    regex=regex requests=requests requests_oauthlib=requests-oauthlib requests_toolbelt=requests-toolbelt
    rest_framework=djangorestframework rich=rich rsa=rsa ruamel.yaml=ruamel-yaml saml2=pysaml2 scapy=scapy
    scipy=scipy scrapy=scrapy scrapyd=scrapyd sdnotify=sdnotify sentry_sdk=sentry-sdk serial=pyserial
    service_identity=service-identity setproctitle=setproctitle setuptools=setuptools simplejson=simplejson six=six
    slixmpp=slixmpp slugify=python-slugify smbus=smbus snappy=python-snappy sortedcontainers=sortedcontainers
    soupsieve=soupsieve spake2=spake2 speechd=speechd spf=pyspf sqlalchemy=sqlalchemy sqlobject=sqlobject
    starlette=starlette statsd=statsd stomp=stomp-py storm=storm structlog=structlog stun=pystun3
    suds=suds-community sygnal=sygnal synapse=matrix-synapse systemd=systemd-python tabulate=tabulate
    telegram=python-telegram-bot tenacity=tenacity testtools=testtools tftpy=tftpy toml=toml tomli=tomli
    tomlkit=tomlkit tornado=tornado tqdm=tqdm transaction=transaction treelib=treelib treq=treq trustme=trustme
    tubes=tubes txacme=txacme txaio=txaio txamqp=txamqp txdbus=txdbus txi2p=txi2p txmongo=txmongo
    txpostgres=txpostgres txredisapi=txredisapi txrequests=txrequests txsni=txsni txtorcon=txtorcon txws=txws
    txzmq=txzmq txzookeeper=txzookeeper typing_extensions=typing-extensions tzdata=tzdata tzlocal=tzlocal
    u2flib_server=python-u2flib-server ubjson=py-ubjson ujson=ujson umsgpack=u-msgpack-python unidecode=unidecode
    uritemplate=uritemplate uritools=uritools urllib3=urllib3 urwid=urwid usb=pyusb uvicorn=uvicorn
    validate=configobj vcr=vcrpy vobject=vobject voluptuous=voluptuous vumi=vumi w3lib=w3lib waitress=waitress
    watchdog=watchdog webob=webob websocket=websocket-client websockets=websockets werkzeug=werkzeug
    whitenoise=whitenoise whoosh=whoosh wokkel=wokkel wormhole=magic-wormhole wrapt=wrapt wsaccel=wsaccel
    wsproto=wsproto wtforms=wtforms xlrd=xlrd xmltodict=xmltodict yaml=pyyaml yarl=yarl zeep=zeep zeroconf=zeroconf
    zfec=zfec zmq=pyzmq zope.component=zope-component zope.configuration=zope-configuration
    zope.deprecation=zope-deprecation zope.event=zope-event zope.exceptions=zope-exceptions
    zope.hookable=zope-hookable zope.i18nmessageid=zope-i18nmessageid zope.interface=zope-interface
    zope.location=zope-location zope.proxy=zope-proxy zope.schema=zope-schema zope.security=zope-security
    zope.testing=zope-testing zstandard=zstandard
    """
}
