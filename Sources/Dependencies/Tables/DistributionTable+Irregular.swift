// Made by packaging/make-dependency-table from Debian; edit that or packaging/python-imports instead.

extension DistributionTable {
  /// Distributions whose package is called otherwise or has an epoch: NAME=[EPOCH:]PACKAGE.
  static let irregular = """
    absl-py=python3-absl adapt-parser=python3-adapt adios-mpi=python3-adios agate-dbf=python3-agatedbf
    agate-excel=python3-agateexcel agate-sql=python3-agatesql ament-index-python=python3-ament-index
    amp-atomistics=python3-amp ansicolors=python3-colors antlr4-python3-runtime=python3-antlr4
    apache-libcloud=python3-libcloud apertium=python3-apertium-core apertium-streamparser=python3-streamparser
    argon2-cffi=python3-argon2 atpublic=python3-public attrs=python3-attr azure-agrifood-farming=python3-azure
    azure-ai-anomalydetector=python3-azure azure-ai-formrecognizer=python3-azure
    azure-ai-language-conversations=python3-azure azure-ai-language-questionanswering=python3-azure
    azure-ai-metricsadvisor=python3-azure azure-ai-ml=python3-azure azure-ai-personalizer=python3-azure
    azure-ai-textanalytics=python3-azure azure-ai-translation-document=python3-azure
    azure-appconfiguration=python3-azure azure-appconfiguration-provider=python3-azure
    azure-applicationinsights=python3-azure azure-batch=python3-azure
    azure-cognitiveservices-anomalydetector=python3-azure azure-cognitiveservices-formrecognizer=python3-azure
    azure-cognitiveservices-knowledge-qnamaker=python3-azure azure-cognitiveservices-language-luis=python3-azure
    azure-cognitiveservices-language-spellcheck=python3-azure
    azure-cognitiveservices-language-textanalytics=python3-azure azure-cognitiveservices-personalizer=python3-azure
    azure-cognitiveservices-search-autosuggest=python3-azure
    azure-cognitiveservices-search-customimagesearch=python3-azure
    azure-cognitiveservices-search-customsearch=python3-azure
    azure-cognitiveservices-search-entitysearch=python3-azure
    azure-cognitiveservices-search-imagesearch=python3-azure
    azure-cognitiveservices-search-newssearch=python3-azure
    azure-cognitiveservices-search-videosearch=python3-azure
    azure-cognitiveservices-search-visualsearch=python3-azure
    azure-cognitiveservices-search-websearch=python3-azure
    azure-cognitiveservices-vision-computervision=python3-azure
    azure-cognitiveservices-vision-contentmoderator=python3-azure
    azure-cognitiveservices-vision-customvision=python3-azure azure-cognitiveservices-vision-face=python3-azure
    azure-common=python3-azure azure-communication-chat=python3-azure azure-communication-email=python3-azure
    azure-communication-identity=python3-azure azure-communication-jobrouter=python3-azure
    azure-communication-networktraversal=python3-azure azure-communication-phonenumbers=python3-azure
    azure-communication-rooms=python3-azure azure-communication-sms=python3-azure
    azure-confidentialledger=python3-azure azure-containerregistry=python3-azure azure-core=python3-azure
    azure-core-experimental=python3-azure azure-data-tables=python3-azure azure-developer-devcenter=python3-azure
    azure-developer-loadtesting=python3-azure azure-devops=python3-azext-devops
    azure-digitaltwins-core=python3-azure azure-eventgrid=python3-azure azure-eventhub=python3-azure
    azure-eventhub-checkpointstoreblob=python3-azure azure-eventhub-checkpointstoreblob-aio=python3-azure
    azure-eventhub-checkpointstoretable=python3-azure azure-graphrbac=python3-azure azure-identity=python3-azure
    azure-iot-deviceupdate=python3-azure azure-iot-modelsrepository=python3-azure azure-keyvault=python3-azure
    azure-keyvault-administration=python3-azure azure-keyvault-certificates=python3-azure
    azure-keyvault-keys=python3-azure azure-keyvault-secrets=python3-azure azure-loganalytics=python3-azure
    azure-maps-geolocation=python3-azure azure-maps-render=python3-azure azure-maps-route=python3-azure
    azure-maps-search=python3-azure azure-media-analytics-edge=python3-azure
    azure-media-videoanalyzer-edge=python3-azure azure-messaging-webpubsubservice=python3-azure
    azure-mgmt-advisor=python3-azure azure-mgmt-agfood=python3-azure azure-mgmt-agrifood=python3-azure
    azure-mgmt-alertsmanagement=python3-azure azure-mgmt-apimanagement=python3-azure azure-mgmt-app=python3-azure
    azure-mgmt-appcomplianceautomation=python3-azure azure-mgmt-appconfiguration=python3-azure
    azure-mgmt-appcontainers=python3-azure azure-mgmt-applicationinsights=python3-azure
    azure-mgmt-appplatform=python3-azure azure-mgmt-attestation=python3-azure
    azure-mgmt-authorization=python3-azure azure-mgmt-automanage=python3-azure azure-mgmt-automation=python3-azure
    azure-mgmt-avs=python3-azure azure-mgmt-azureadb2c=python3-azure azure-mgmt-azurearcdata=python3-azure
    azure-mgmt-azurestack=python3-azure azure-mgmt-azurestackhci=python3-azure
    azure-mgmt-baremetalinfrastructure=python3-azure azure-mgmt-batch=python3-azure
    azure-mgmt-batchai=python3-azure azure-mgmt-billing=python3-azure azure-mgmt-billingbenefits=python3-azure
    azure-mgmt-botservice=python3-azure azure-mgmt-cdn=python3-azure azure-mgmt-changeanalysis=python3-azure
    azure-mgmt-chaos=python3-azure azure-mgmt-cognitiveservices=python3-azure azure-mgmt-commerce=python3-azure
    azure-mgmt-communication=python3-azure azure-mgmt-compute=python3-azure
    azure-mgmt-confidentialledger=python3-azure azure-mgmt-confluent=python3-azure
    azure-mgmt-connectedvmware=python3-azure azure-mgmt-consumption=python3-azure
    azure-mgmt-containerinstance=python3-azure azure-mgmt-containerregistry=python3-azure
    azure-mgmt-containerservice=python3-azure azure-mgmt-core=python3-azure azure-mgmt-cosmosdb=python3-azure
    azure-mgmt-costmanagement=python3-azure azure-mgmt-customproviders=python3-azure
    azure-mgmt-dashboard=python3-azure azure-mgmt-databox=python3-azure azure-mgmt-databoxedge=python3-azure
    azure-mgmt-databricks=python3-azure azure-mgmt-datadog=python3-azure azure-mgmt-datafactory=python3-azure
    azure-mgmt-datalake-analytics=python3-azure azure-mgmt-datalake-store=python3-azure
    azure-mgmt-datamigration=python3-azure azure-mgmt-dataprotection=python3-azure
    azure-mgmt-datashare=python3-azure azure-mgmt-deploymentmanager=python3-azure
    azure-mgmt-desktopvirtualization=python3-azure azure-mgmt-devcenter=python3-azure
    azure-mgmt-deviceupdate=python3-azure azure-mgmt-devspaces=python3-azure azure-mgmt-devtestlabs=python3-azure
    azure-mgmt-digitaltwins=python3-azure azure-mgmt-dns=python3-azure azure-mgmt-dnsresolver=python3-azure
    azure-mgmt-documentdb=python3-azure azure-mgmt-dynatrace=python3-azure azure-mgmt-edgegateway=python3-azure
    azure-mgmt-edgeorder=python3-azure azure-mgmt-education=python3-azure azure-mgmt-elastic=python3-azure
    azure-mgmt-elasticsan=python3-azure azure-mgmt-eventgrid=python3-azure azure-mgmt-eventhub=python3-azure
    azure-mgmt-extendedlocation=python3-azure azure-mgmt-fluidrelay=python3-azure
    azure-mgmt-frontdoor=python3-azure azure-mgmt-guestconfig=python3-azure azure-mgmt-hanaonazure=python3-azure
    azure-mgmt-hdinsight=python3-azure azure-mgmt-healthbot=python3-azure azure-mgmt-healthcareapis=python3-azure
    azure-mgmt-hybridcompute=python3-azure azure-mgmt-hybridkubernetes=python3-azure
    azure-mgmt-hybridnetwork=python3-azure azure-mgmt-imagebuilder=python3-azure
    azure-mgmt-iotcentral=python3-azure azure-mgmt-iothub=python3-azure
    azure-mgmt-iothubprovisioningservices=python3-azure azure-mgmt-keyvault=python3-azure
    azure-mgmt-kubernetesconfiguration=python3-azure azure-mgmt-kusto=python3-azure
    azure-mgmt-labservices=python3-azure azure-mgmt-loadtesting=python3-azure azure-mgmt-loganalytics=python3-azure
    azure-mgmt-logic=python3-azure azure-mgmt-logz=python3-azure azure-mgmt-machinelearningcompute=python3-azure
    azure-mgmt-machinelearningservices=python3-azure azure-mgmt-maintenance=python3-azure
    azure-mgmt-managedservices=python3-azure azure-mgmt-managementgroups=python3-azure
    azure-mgmt-managementpartner=python3-azure azure-mgmt-maps=python3-azure
    azure-mgmt-marketplaceordering=python3-azure azure-mgmt-media=python3-azure
    azure-mgmt-mixedreality=python3-azure azure-mgmt-mobilenetwork=python3-azure azure-mgmt-monitor=python3-azure
    azure-mgmt-msi=python3-azure azure-mgmt-netapp=python3-azure azure-mgmt-network=python3-azure
    azure-mgmt-networkfunction=python3-azure azure-mgmt-nginx=python3-azure
    azure-mgmt-notificationhubs=python3-azure azure-mgmt-oep=python3-azure
    azure-mgmt-operationsmanagement=python3-azure azure-mgmt-orbital=python3-azure azure-mgmt-peering=python3-azure
    azure-mgmt-policyinsights=python3-azure azure-mgmt-portal=python3-azure
    azure-mgmt-powerbidedicated=python3-azure azure-mgmt-powerbiembedded=python3-azure
    azure-mgmt-privatedns=python3-azure azure-mgmt-purview=python3-azure azure-mgmt-quantum=python3-azure
    azure-mgmt-quota=python3-azure azure-mgmt-rdbms=python3-azure azure-mgmt-recoveryservices=python3-azure
    azure-mgmt-recoveryservicesbackup=python3-azure azure-mgmt-recoveryservicessiterecovery=python3-azure
    azure-mgmt-redhatopenshift=python3-azure azure-mgmt-redis=python3-azure
    azure-mgmt-redisenterprise=python3-azure azure-mgmt-regionmove=python3-azure azure-mgmt-relay=python3-azure
    azure-mgmt-reservations=python3-azure azure-mgmt-resource=python3-azure
    azure-mgmt-resourceconnector=python3-azure azure-mgmt-resourcegraph=python3-azure
    azure-mgmt-resourcehealth=python3-azure azure-mgmt-resourcemover=python3-azure
    azure-mgmt-scheduler=python3-azure azure-mgmt-scvmm=python3-azure azure-mgmt-search=python3-azure
    azure-mgmt-security=python3-azure azure-mgmt-securitydevops=python3-azure
    azure-mgmt-securityinsight=python3-azure azure-mgmt-serialconsole=python3-azure
    azure-mgmt-servermanager=python3-azure azure-mgmt-servicebus=python3-azure
    azure-mgmt-servicefabric=python3-azure azure-mgmt-servicefabricmanagedclusters=python3-azure
    azure-mgmt-servicelinker=python3-azure azure-mgmt-signalr=python3-azure azure-mgmt-sql=python3-azure
    azure-mgmt-sqlvirtualmachine=python3-azure azure-mgmt-storage=python3-azure
    azure-mgmt-storagecache=python3-azure azure-mgmt-storageimportexport=python3-azure
    azure-mgmt-storagepool=python3-azure azure-mgmt-storagesync=python3-azure
    azure-mgmt-streamanalytics=python3-azure azure-mgmt-subscription=python3-azure azure-mgmt-support=python3-azure
    azure-mgmt-synapse=python3-azure azure-mgmt-testbase=python3-azure azure-mgmt-timeseriesinsights=python3-azure
    azure-mgmt-trafficmanager=python3-azure azure-mgmt-videoanalyzer=python3-azure
    azure-mgmt-vmwarecloudsimple=python3-azure azure-mgmt-web=python3-azure azure-mgmt-webpubsub=python3-azure
    azure-mgmt-workloadmonitor=python3-azure azure-mgmt-workloads=python3-azure
    azure-mixedreality-authentication=python3-azure azure-mixedreality-remoterendering=python3-azure
    azure-monitor-ingestion=python3-azure azure-monitor-opentelemetry-exporter=python3-azure
    azure-monitor-query=python3-azure azure-purview-administration=python3-azure
    azure-purview-catalog=python3-azure azure-purview-scanning=python3-azure azure-schemaregistry=python3-azure
    azure-schemaregistry-avroencoder=python3-azure azure-search-documents=python3-azure
    azure-security-attestation=python3-azure azure-servicebus=python3-azure azure-servicefabric=python3-azure
    azure-servicemanagement-legacy=python3-azure azure-storage-blob=python3-azure-storage
    azure-storage-blob-changefeed=python3-azure-storage azure-storage-file-datalake=python3-azure-storage
    azure-storage-file-share=python3-azure-storage azure-storage-queue=python3-azure-storage
    azure-synapse=python3-azure azure-synapse-accesscontrol=python3-azure azure-synapse-artifacts=python3-azure
    azure-synapse-managedprivateendpoints=python3-azure azure-synapse-monitoring=python3-azure
    azure-synapse-spark=python3-azure azure-template=python3-azure barbican=1:python3-barbican bcc=python3-bpfcc
    beautifulsoup4=python3-bs4 biomaj=python3-biomaj3 biomaj-cli=python3-biomaj3-cli
    biomaj-core=python3-biomaj3-core biomaj-daemon=python3-biomaj3-daemon biomaj-download=python3-biomaj3-download
    biomaj-process=python3-biomaj3-process biomaj-user=python3-biomaj3-user biomaj-zipkin=python3-biomaj3-zipkin
    blis=python3-cython-blis blurhash-python=python3-blurhash boolean-py=python3-boolean
    bootstrap-flask=python3-flask-bootstrap brian2=python3-brian btchip-python=python3-btchip
    buildstream-external=python3-bst-external bx-python=python3-bx calmjs-parse=python3-calmjs.parse
    calmjs-types=python3-calmjs.types cassandra-driver=python3-cassandra cattrs=python3-cattr
    ceilometer=1:python3-ceilometer ceph=python3-ceph-common certbot-plugin-gandi=python3-certbot-dns-gandi
    channels=python3-django-channels cherrypy=python3-cherrypy3 cinder=2:python3-cinder
    citeproc-py=python3-citeproc clap-api=python3-clap configshell-fb=1:python3-configshell-fb
    consensuscore=python3-pbconsensuscore constraint-grammar=python3-cg3 construct-legacy=python3-construct.legacy
    cptrace=python3-ptrace crispy-forms-foundation=python3-django-crispy-forms-foundation csxcad=python3-openems
    ct3=python3-cheetah cxx=python3-cxx-dev cylc-flow=python3-cylc darts-util-lru=python3-darts.lib.utils.lru
    dbus-deviation=python3-dbusdeviation dbus-python=python3-dbus designate=1:python3-designate
    diaspy-api=python3-diaspy dicompyler-core=python3-dicompylercore discord-py=python3-discord
    django=3:python3-django django-admin-sortable=python3-django-adminsortable
    django-ajax-selects=python3-ajax-select django-bootstrap-form=python3-django-bootstrapform
    django-cas-client=python3-django-casclient django-debug-toolbar=1:python3-django-debug-toolbar
    django-filter=python3-django-filters django-simple-captcha=python3-django-captcha
    django-simple-redis-admin=python3-django-redis-admin django-sortedm2m=python3-sortedm2m
    django-tagging=1:python3-django-tagging djangorestframework-guardian=python3-django-restframework-guardian
    djangosaml2=python3-django-saml2 dkimpy=python3-dkim dnapi=python3-dnapilib dns-lexicon=python3-lexicon
    docker-pycreds=python3-dockerpycreds dogpile-cache=python3-dogpile.cache
    drf-extensions=python3-djangorestframework-extensions drf-flex-fields=python3-djangorestframework-flex-fields
    drf-generators=python3-djangorestframework-generators drf-haystack=python3-djangorestframework-haystack
    drf-spectacular=python3-djangorestframework-spectacular dxtbx=python3-cctbx easy-ansi=python3-easyansi
    eccodes=2:python3-eccodes ecmwflibs=2:python3-ecmwflibs edgegrid-python=python3-edgegrid
    extractor=1:python3-extractor faker=python3-fake-factory fann2=1:python3-fann2 fenics-basix=python3-basix
    fenics-dijitso=python3-dijitso fenics-dolfin=python3-dolfin fenics-ffc=python3-ffc fenics-ffcx=1:python3-ffcx
    fenics-fiat=python3-fiat fenics-ufl=python3-ufl fhs-paths=python3-fhs
    flask-jwt-extended=python3-python-flask-jwt-extended flask-multistatic=python3-flaskext.multistatic
    flask-security-too=python3-flask-security flask-wtf=python3-flaskext.wtf flufl-bounce=python3-flufl.bounce
    flufl-enum=python3-flufl.enum flufl-i18n=python3-flufl.i18n flufl-lock=python3-flufl.lock
    flufl-testing=python3-flufl.testing freetype-py=python3-freetype fuse-python=2:python3-fuse
    ganeshactl=python3-nfs-ganesha gavodachs=python3-gavo-utils gcircle=python3-ferret gitpython=python3-git
    gitup=python3-git-repo-updater glad2=python3-glad gladtex=python3-gleetex glance=2:python3-glance
    glfw=python3-pyglfw glue-core=python3-glue gnuplot-py=python3-gnuplot
    google-api-python-client=python3-googleapi gpfs=python3-nfs-ganesha gphoto2-cffi=python3-gphoto2cffi
    grammalecte-fr=python3-grammalecte graphene-django=python3-django-graphene grpcio-tools=python3-grpc-tools
    guess-language-spirit=python3-guess-language h5py-debian-h5py-mpi=python3-h5py-mpi
    h5py-debian-h5py-serial=python3-h5py-serial harmony-discord=python3-harmony
    haystack-redis=python3-django-haystack-redis hidapi=python3-hid hidapi-cffi=python3-hidapi
    hiera-py=python3-hiera horizon=3:python3-django-horizon hurry-filesize=python3-hurry.filesize
    hyperkitty=python3-django-hyperkitty imbalanced-learn=python3-imblearn input-remapper=python3-inputremapper
    ipaplatform=python3-ipalib ipapython=python3-ipalib ipp=python3-libtrace ipy=1:python3-ipy
    ironic=1:python3-ironic isospecpy=python3-isospec jaraco-classes=python3-jaraco.classes
    jaraco-collections=python3-jaraco.collections jaraco-context=python3-jaraco.context
    jaraco-functools=python3-jaraco.functools jaraco-itertools=python3-jaraco.itertools
    jaraco-text=python3-jaraco.text javaobj-py3=python3-javaobj jpype1=python3-jpype json-rpc=python3-jsonrpc
    jsonpointer=python3-json-pointer junit-xml=python3-junit.xml kafka-python=python3-kafka
    keyrings-alt=python3-keyrings.alt keystone=2:python3-keystone kyoto-cabinet=python3-kyotocabinet
    lazr-config=python3-lazr.config lazr-delegates=python3-lazr.delegates
    lazr-restfulclient=python3-lazr.restfulclient lazr-uri=python3-lazr.uri libais=python3-ais
    libhfst-swig=python3-hfst libusb1=python3-usb1 libvirt-python=python3-libvirt linkify-it-py=python3-linkify-it
    lockfile=1:python3-lockfile luma-core=python3-luma.core luma-emulator=python3-luma.emulator
    luma-lcd=python3-luma.lcd luma-led-matrix=python3-luma.led-matrix luma-oled=python3-luma.oled
    magics=2:python3-magics++ mallard-ducktype=python3-mallard.ducktype manila=1:python3-manila
    mapnik=1:python3-mapnik markdown-it-py=python3-markdown-it mastodon-py=python3-mastodon
    mecab-python=python3-mecab mechanize=1:python3-mechanize meson-python=python3-mesonpy
    metomi-isodatetime=python3-isodatetime mmcif-pdbx=python3-pdbx mmtf-python=python3-mmtf
    modernize=python3-libmodernize moksha-common=python3-moksha.common murano=1:python3-murano
    murano-dashboard=1:python3-murano-dashboard mysqlclient=python3-mysqldb natkit=python3-libtrace
    network-wrapper=python3-network networking-baremetal=python3-ironic-neutron-agent
    networking-l2gw=1:python3-networking-l2gw neutron=2:python3-neutron
    neutron-dynamic-routing=2:python3-neutron-dynamic-routing neutron-vpnaas=2:python3-neutron-vpnaas
    nexus=python3-nxs notofonttools=python3-nototools nova=2:python3-nova numpy=1:python3-numpy
    numpy-stl=python3-stl odfpy=python3-odf
    omgifol=python3-omg opencv-python=python3-opencv openidc-client=python3-python-openidc-client
    openmm=python3-simtk openslide-python=python3-openslide openstack-heat=1:python3-heat
    openstack-nose-plugin=python3-openstack.nose-plugin openstack-placement=python3-placement
    opentype-sanitizer=python3-ots oslo-cache=python3-oslo.cache oslo-concurrency=python3-oslo.concurrency
    oslo-config=1:python3-oslo.config oslo-context=python3-oslo.context oslo-db=python3-oslo.db
    oslo-i18n=python3-oslo.i18n oslo-limit=python3-oslo.limit oslo-log=python3-oslo.log
    oslo-messaging=python3-oslo.messaging oslo-metrics=python3-oslo.metrics oslo-middleware=python3-oslo.middleware
    oslo-policy=python3-oslo.policy oslo-privsep=python3-oslo.privsep oslo-reports=python3-oslo.reports
    oslo-rootwrap=python3-oslo.rootwrap oslo-serialization=python3-oslo.serialization
    oslo-service=python3-oslo.service oslo-upgradecheck=python3-oslo.upgradecheck oslo-utils=python3-oslo.utils
    oslo-versionedobjects=python3-oslo.versionedobjects oslo-vmware=python3-oslo.vmware oslotest=1:python3-oslotest
    osmium=python3-pyosmium ovs=python3-openvswitch pdb-tools=python3-pdbtools pdfminer-six=python3-pdfminer
    phylo-treetime=python3-treetime pillow=python3-pil pipedviewer=python3-ferret pldns=python3-libtrace
    plt=python3-libtrace pocketsphinx=1:python3-pocketsphinx postorius=python3-django-postorius
    powerline-status=python3-powerline pplpy=python3-ppl ppmd-cffi=python3-ppmd pssh=python3-psshlib
    py-cpuinfo=python3-cpuinfo py-enigma=python3-enigma py-moneyed=python3-moneyed py-postgresql=python3-postgresql
    py-radix=python3-radix py-ubjson=python3-ubjson py3dns=python3-dns py3ode=python3-pyode
    pyacoustid=python3-acoustid pyahocorasick=python3-ahocorasick pyalsaaudio=python3-alsaaudio
    pyaml=python3-pretty-yaml pybluez=python3-bluez pycairo=python3-cairo pychm=python3-chm
    pycollada=python3-collada pycryptodomex=python3-pycryptodome pycryptosat=python3-cryptominisat
    pycups=python3-cups pydispatcher=python3-pydispatch pyenchant=python3-enchant pyepr=python3-epr
    pyerfa=python3-erfa pyferret=python3-ferret pyfltk=python3-fltk pyforge=python3-forge pyftdi=python3-ftdi
    pygithub=python3-github pygobject=python3-gi pygresql=1:python3-pygresql pygrib=python3-grib
    pygtkspellcheck=python3-gtkspellcheck pyhamcrest=python3-hamcrest pyhdf=python3-hdf4 pyicu=python3-icu
    pyjwt=python3-jwt pykerberos=python3-kerberos pyliblo=python3-liblo pylibtiff=python3-libtiff
    pyls-isort=python3-pylsp-isort pymdown-extensions=python3-pymdownx pymecavideo=python3-mecavideo
    pymemoize=python3-memoize pymia=python3-mia pymilter=python3-milter pymupdf=python3-fitz pynacl=python3-nacl
    pynamecheap=python3-namecheap pynmea2=python3-nmea2 pyopengl=python3-opengl pyopenssl=python3-openssl
    pypairix=python3-pairix pyparallel=python3-parallel pyparted=python3-parted pypmix=python3-pmix
    pypng=python3-png pypubsub=python3-pubsub pyqt-builder=python3-pyqtbuild pyqt-qwt=python3-pyqt5.qwt
    pyqt5-sip=python3-pyqt5.sip pyqt6-qscintilla=python3-pyqt6.qsci pyqt6-sip=python3-pyqt6.sip
    pyqt6-webengine=python3-pyqt6.qtwebengine pyqtwebengine=python3-pyqt5.qtwebengine pyrdfa3=python3-pyrdfa
    pyrfc3339=python3-rfc3339 pysdl2=python3-sdl2 pysendfile=python3-sendfile pyserial=python3-serial
    pyserial-asyncio=python3-serial-asyncio pysfml=python3-sfml pysmbc=python3-smbc pysnmp=python3-pysnmp4
    pysnmp-apps=python3-pysnmp4-apps pysnmp-mibs=python3-pysnmp4-mibs pysocks=python3-socks pyspf=python3-spf
    pysrs=python3-srs pystaticconfiguration=python3-staticconf pystemmer=python3-stemmer
    pysubnettree=python3-subnettree pysurfer=python3-surfer pysvn=python3-svn pytaglib=python3-taglib
    pytango=python3-tango pytest-qt=python3-pytestqt pytest-salt=python3-pytestsalt
    pytest-testinfra=python3-testinfra python-aalib=python3-aalib python-apt=python3-apt python-aptly=python3-aptly
    python-augeas=python3-augeas python-axolotl=python3-axolotl
    python-axolotl-curve25519=python3-axolotl-curve25519 python-barbicanclient=python3-barbicanclient
    python-bidi=python3-bidi python-binary-memcached=python3-binary-memcached python-bitcoinlib=python3-bitcoinlib
    python-blazarclient=python3-blazarclient python-box=python3-box python-bugzilla=python3-bugzilla
    python-can=python3-can python-casacore=python3-casacore python-cinderclient=1:python3-cinderclient
    python-cloudkittyclient=python3-cloudkittyclient python-community=python3-louvain python-consul=python3-consul
    python-consul2=python3-consul2 python-corepywrap=python3-corepywrap python-cpl=python3-cpl
    python-crontab=python3-crontab python-cyborgclient=python3-cyborgclient python-daemon=python3-daemon
    python-dateutil=python3-dateutil python-dbusmock=python3-dbusmock python-debian=python3-debian
    python-debianbts=python3-debianbts python-decouple=python3-decouple
    python-designateclient=python3-designateclient python-digitalocean=python3-digitalocean
    python-distutils-extra=python3-distutils-extra python-djvulibre=python3-djvu
    python-docs-theme=python3-docs-theme python-docx=python3-docx python-dotenv=python3-dotenv
    python-dracclient=python3-dracclient python-editor=python3-editor python-engineio=python3-engineio
    python-espeak=python3-espeak python-etcd=python3-etcd python-evtx=python3-evtx python-fedora=python3-fedora
    python-freecontact=python3-freecontact python-freezerclient=python3-freezerclient python-gammu=python3-gammu
    python-geotiepoints=python3-geotiepoints python-gflags=python3-gflags python-gitlab=1:python3-gitlab
    python-glanceclient=1:python3-glanceclient python-glareclient=python3-glareclient python-gnupg=python3-gnupg
    python-heatclient=python3-heatclient python-hglib=python3-hglib python-hpilo=python3-hpilo
    python-ilorest-library=python3-ilorest python-ipmi=python3-pyipmi python-iptables=python3-iptables
    python-irodsclient=python3-irodsclient python-ironicclient=python3-ironicclient python-jenkins=python3-jenkins
    python-jose=python3-jose python-json-logger=python3-pythonjsonlogger python-k8sclient=python3-k8sclient
    python-karborclient=python3-karborclient python-keystoneclient=1:python3-keystoneclient
    python-ldap=python3-ldap python-levenshtein=python3-levenshtein python-libdiscid=python3-libdiscid
    python-libnmap=python3-libnmap python-librtmp=python3-librtmp python-linux-procfs=python3-linux-procfs
    python-lsp-black=python3-pylsp-black python-lsp-jsonrpc=python3-pylsp-jsonrpc python-lsp-server=python3-pylsp
    python-ly=python3-ly python-lzo=python3-lzo python-magic=2:python3-magic
    python-magnumclient=python3-magnumclient python-manilaclient=python3-manilaclient
    python-markdown-math=python3-mdx-math python-masakariclient=python3-masakariclient
    python-memcached=python3-memcache python-miio=python3-miio python-mimeparse=python3-mimeparse
    python-mistralclient=1:python3-mistralclient python-monascaclient=python3-monascaclient python-mpd2=python3-mpd
    python-mpv=python3-mpv python-multipart=python3-multipart python-muranoclient=python3-muranoclient
    python-musicpd=python3-musicpd python-networkmanager=python3-networkmanager
    python-neutronclient=1:python3-neutronclient python-nmap=python3-nmap python-novaclient=2:python3-novaclient
    python-novnc=1:python3-novnc python-nubia=python3-nubia python-octaviaclient=python3-octaviaclient
    python-olm=python3-olm python-openflow=python3-openflow python-openid-cla=python3-openid-cla
    python-openid-teams=python3-openid-teams python-openstackclient=python3-openstackclient
    python-pam=python3-pampy python-pcl=python3-pcl python-pcre=python3-pcre python-periphery=python3-periphery
    python-popcon=python3-popcon python-poppler-qt5=python3-poppler-qt5 python-potr=python3-potr
    python-prctl=python3-prctl python-pskc=python3-pskc python-ptrace=python3-ptrace
    python-qinlingclient=python3-qinlingclient python-rapidjson=python3-rapidjson python-redmine=python3-redminelib
    python-rtmidi=python3-rtmidi python-saharaclient=python3-saharaclient python-sane=python3-sane
    python-scciclient=python3-scciclient python-seamicroclient=python3-seamicroclient
    python-searchlightclient=python3-searchlightclient python-semantic-release=python3-semantic-release
    python-senlinclient=python3-senlinclient python-slugify=python3-slugify python-snappy=python3-snappy
    python-socketio=python3-socketio python-sql=python3-sql python-stdnum=python3-stdnum
    python-subunit=python3-subunit python-svipc=python3-svipc python-swiftclient=1:python3-swiftclient
    python-tackerclient=python3-tackerclient python-tds=python3-tds python-tempestconf=python3-tempestconf
    python-termstyle=python3-termstyle python-tr=python3-tr python-troveclient=1:python3-troveclient
    python-twitter=python3-twitter python-u2flib-server=python3-u2flib-server python-uinput=python3-uinput
    python-vagrant=python3-vagrant python-vitrageclient=python3-vitrageclient python-vlc=python3-vlc
    python-watcher=python3-watcher python-watcherclient=python3-watcherclient python-xlib=python3-xlib
    python-yubico=python3-yubico python-zaqarclient=python3-zaqarclient python-zunclient=python3-zunclient
    python3-discogs-client=python3-discogs-client python3-lxc=1:python3-lxc python3-openid=python3-openid
    python3-saml=python3-onelogin-saml2 pythondialog=python3-dialog pythonqwt=python3-qwt pytidylib=python3-tidylib
    pytrie=python3-trie pytroll-schedule=python3-trollsched pytsk3=python3-tsk pytz=python3-tz pyusb=python3-usb
    pyvcf=python3-vcf pywavelets=python3-pywt pywebdav3=python3-webdav pywebview=python3-webview
    pywinrm=python3-winrm pyxdg=python3-xdg pyyaml=python3-yaml pyzmq=python3-zmq qscintilla=python3-pyqt5.qsci
    rcssmin=1:python3-rcssmin readability-lxml=python3-readability redis-py-cluster=python3-rediscluster
    redisearch=python3-redisearch-py ren-py=python3-renpy repoze-lru=python3-repoze.lru
    repoze-sphinx-autointerface=python3-repoze.sphinx.autointerface repoze-tm2=python3-repoze.tm2
    repoze-who=python3-repoze.who requests-aws=python3-awsauth requirements-parser=python3-requirement-parser
    rickslab-gpu-utils=python3-gpumodules rosdep=python3-rosdep2 rosidl-adapter=python3-rosidl
    rosidl-cli=python3-rosidl rosidl-cmake=python3-rosidl rosidl-generator-c=python3-rosidl
    rosidl-generator-cpp=python3-rosidl rosidl-parser=python3-rosidl rosidl-pycommon=python3-rosidl
    rosidl-typesupport-introspection-c=python3-rosidl rosidl-typesupport-introspection-cpp=python3-rosidl
    rpi-bme280=python3-bme280 rstcheck-core=python3-rstcheck ruamel-yaml=python3-ruamel.yaml
    ruamel-yaml-clib=python3-ruamel.yaml.clib rules=python3-django-rules sabyenc3=python3-sabyenc
    sagemath-standard=python3-sage sahara=1:python3-sahara sanlock-python=python3-sanlock
    sarif-om=python3-sarif-python-om scikit-bio=python3-skbio scikit-build=python3-skbuild
    scikit-image=python3-skimage scikit-learn=python3-sklearn scikit-misc=python3-skmisc
    scruffington=python3-scruffy session-info=python3-sinfo setuptools=python3-pkg-resources
    show-in-file-manager=python3-showinfilemanager sip=python3-sipbuild
    social-auth-app-django=python3-social-django sphinxcontrib-actdiag=python3-sphinxcontrib.actdiag
    sphinxcontrib-apidoc=python3-sphinxcontrib.apidoc sphinxcontrib-applehelp=python3-sphinxcontrib.applehelp
    sphinxcontrib-autoprogram=python3-sphinxcontrib.autoprogram sphinxcontrib-bibtex=python3-sphinxcontrib.bibtex
    sphinxcontrib-blockdiag=python3-sphinxcontrib.blockdiag sphinxcontrib-devhelp=python3-sphinxcontrib.devhelp
    sphinxcontrib-ditaa=python3-sphinxcontrib.ditaa sphinxcontrib-doxylink=python3-sphinxcontrib.doxylink
    sphinxcontrib-htmlhelp=python3-sphinxcontrib.htmlhelp sphinxcontrib-httpdomain=python3-sphinxcontrib.httpdomain
    sphinxcontrib-jsmath=python3-sphinxcontrib.jsmath sphinxcontrib-nwdiag=python3-sphinxcontrib.nwdiag
    sphinxcontrib-plantuml=python3-sphinxcontrib.plantuml
    sphinxcontrib-programoutput=python3-sphinxcontrib.programoutput
    sphinxcontrib-qthelp=python3-sphinxcontrib.qthelp sphinxcontrib-restbuilder=python3-sphinxcontrib.restbuilder
    sphinxcontrib-seqdiag=python3-sphinxcontrib.seqdiag
    sphinxcontrib-serializinghtml=python3-sphinxcontrib.serializinghtml
    sphinxcontrib-spelling=python3-sphinxcontrib.spelling
    sphinxcontrib-svg2pdfconverter=python3-sphinxcontrib.svg2pdfconverter
    sphinxcontrib-trio=python3-sphinxcontrib.trio sphinxcontrib-websupport=python3-sphinxcontrib.websupport
    sqlalchemy-migrate=python3-migrate squaremap=1:python3-squaremap stomp-py=python3-stomp
    straight-plugin=python3-straight.plugin streamdeck=python3-elgato-streamdeck stsci-tools=python3-stsci.tools
    suds-community=python3-suds svg-path=python3-svg.path swapper=python3-django-swapper
    systemd-python=python3-systemd tap-as-a-service=python3-neutron-taas tap-py=python3-tap
    tempest=1:python3-tempest testing-common-database=python3-testing.common.database
    testing-mysqld=python3-testing.mysqld testing-postgresql=python3-testing.postgresql textile=1:python3-textile
    tf2-py=python3-tf2 tkintertreectrl=python3-tktreectrl translate-toolkit=python3-translate trove=1:python3-trove
    types-aiofiles=python3-typeshed types-annoy=python3-typeshed types-appdirs=python3-typeshed
    types-aws-xray-sdk=python3-typeshed types-babel=python3-typeshed
    types-backports-ssl-match-hostname=python3-typeshed types-beautifulsoup4=python3-typeshed
    types-bleach=python3-typeshed types-boto=python3-typeshed types-braintree=python3-typeshed
    types-cachetools=python3-typeshed types-caldav=python3-typeshed types-certifi=python3-typeshed
    types-cffi=python3-typeshed types-chardet=python3-typeshed types-chevron=python3-typeshed
    types-click-spinner=python3-typeshed types-colorama=python3-typeshed types-commonmark=python3-typeshed
    types-console-menu=python3-typeshed types-contextvars=python3-typeshed types-croniter=python3-typeshed
    types-cryptography=python3-typeshed types-d3dshot=python3-typeshed types-dateparser=python3-typeshed
    types-datetimerange=python3-typeshed types-decorator=python3-typeshed types-deprecated=python3-typeshed
    types-dj-database-url=python3-typeshed types-docopt=python3-typeshed types-docutils=python3-typeshed
    types-editdistance=python3-typeshed types-emoji=python3-typeshed types-entrypoints=python3-typeshed
    types-first=python3-typeshed types-flake8-2020=python3-typeshed types-flake8-bugbear=python3-typeshed
    types-flake8-builtins=python3-typeshed types-flake8-docstrings=python3-typeshed
    types-flake8-plugin-utils=python3-typeshed types-flake8-rst-docstrings=python3-typeshed
    types-flake8-simplify=python3-typeshed types-flake8-typing-imports=python3-typeshed
    types-flask-cors=python3-typeshed types-flask-sqlalchemy=python3-typeshed types-fpdf2=python3-typeshed
    types-gdb=python3-typeshed types-google-cloud-ndb=python3-typeshed types-hdbcli=python3-typeshed
    types-html5lib=python3-typeshed types-httplib2=python3-typeshed types-humanfriendly=python3-typeshed
    types-invoke=python3-typeshed types-jack-client=python3-typeshed types-jmespath=python3-typeshed
    types-jsonschema=python3-typeshed types-keyboard=python3-typeshed types-ldap3=python3-typeshed
    types-markdown=python3-typeshed types-mock=python3-typeshed types-mypy-extensions=python3-typeshed
    types-mysqlclient=python3-typeshed types-oauthlib=python3-typeshed types-openpyxl=python3-typeshed
    types-opentracing=python3-typeshed types-paho-mqtt=python3-typeshed types-paramiko=python3-typeshed
    types-parsimonious=python3-typeshed types-passlib=python3-typeshed types-passpy=python3-typeshed
    types-peewee=python3-typeshed types-pep8-naming=python3-typeshed types-pillow=python3-typeshed
    types-playsound=python3-typeshed types-polib=python3-typeshed types-prettytable=python3-typeshed
    types-protobuf=python3-typeshed types-psutil=python3-typeshed types-psycopg2=python3-typeshed
    types-pyaudio=python3-typeshed types-pyautogui=python3-typeshed types-pycurl=python3-typeshed
    types-pyfarmhash=python3-typeshed types-pyflakes=python3-typeshed types-pygments=python3-typeshed
    types-pyinstaller=python3-typeshed types-pymysql=python3-typeshed types-pynput=python3-typeshed
    types-pyopenssl=python3-typeshed types-pyrfc3339=python3-typeshed types-pyscreeze=python3-typeshed
    types-pysftp=python3-typeshed types-pytest-lazy-fixture=python3-typeshed types-python-crontab=python3-typeshed
    types-python-dateutil=python3-typeshed types-python-gflags=python3-typeshed types-python-jose=python3-typeshed
    types-python-nmap=python3-typeshed types-python-slugify=python3-typeshed types-pytz=python3-typeshed
    types-pyvmomi=python3-typeshed types-pywin32=python3-typeshed types-pyyaml=python3-typeshed
    types-redis=python3-typeshed types-regex=python3-typeshed types-requests=python3-typeshed
    types-retry=python3-typeshed types-send2trash=python3-typeshed types-setuptools=python3-typeshed
    types-simplejson=python3-typeshed types-singledispatch=python3-typeshed types-six=python3-typeshed
    types-slumber=python3-typeshed types-sqlalchemy=python3-typeshed types-stdlib-list=python3-typeshed
    types-stripe=python3-typeshed types-tabulate=python3-typeshed types-termcolor=python3-typeshed
    types-toml=python3-typeshed types-toposort=python3-typeshed types-tqdm=python3-typeshed
    types-tree-sitter=python3-typeshed types-tree-sitter-languages=python3-typeshed
    types-ttkthemes=python3-typeshed types-typed-ast=python3-typeshed types-tzlocal=python3-typeshed
    types-ujson=python3-typeshed types-urllib3=python3-typeshed types-vobject=python3-typeshed
    types-waitress=python3-typeshed types-whatthepatch=python3-typeshed types-xmltodict=python3-typeshed
    types-xxhash=python3-typeshed types-zxcvbn=python3-typeshed typogrify=1:python3-typogrify
    u-msgpack-python=python3-u-msgpack ubuntu-dev-tools=python3-ubuntutools uc-micro-py=python3-uc-micro
    unittest-xml-reporting=python3-xmlrunner usbrelay-py=python3-usbrelay validate=python3-configobj
    vcrpy=python3-vcr web-py=1:python3-webpy webassets=3:python3-webassets webdavclient3=python3-webdavclient
    webob=1:python3-webob websocket-client=python3-websocket websocket-httpd=python3-websocketd
    webvtt-py=python3-webvtt wheezy-template=python3-wheezy.template wsgiproxy2=python3-wsgiproxy
    wxpython=python3-wxgtk4.0 xstatic-jquery-bootstrap-wizard=python3-xstatic-jquery.bootstrap.wizard
    xstatic-jquery-quicksearch=python3-xstatic-jquery.quicksearch
    xstatic-jquery-tablesorter=python3-xstatic-jquery.tablesorter xstatic-term-js=python3-xstatic-term.js
    yanc=python3-nose-yanc yapps2=python3-yapps yara-python=python3-yara yoyo-migrations=python3-yoyo
    yubikey-manager=python3-ykman zc-buildout=python3-zc.buildout zc-customdoctests=python3-zc.customdoctests
    zc-lockfile=python3-zc.lockfile zope-component=python3-zope.component
    zope-configuration=python3-zope.configuration zope-deprecation=python3-zope.deprecation
    zope-event=python3-zope.event zope-exceptions=python3-zope.exceptions zope-hookable=python3-zope.hookable
    zope-i18nmessageid=python3-zope.i18nmessageid zope-interface=python3-zope.interface
    zope-location=python3-zope.location zope-proxy=python3-zope.proxy zope-schema=python3-zope.schema
    zope-security=python3-zope.security zope-testing=python3-zope.testing zope-testrunner=python3-zope.testrunner
    """
}
