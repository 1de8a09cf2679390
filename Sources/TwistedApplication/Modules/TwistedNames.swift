/// The public names of Twisted's modules and the modules of its packages, of 18.9 to 25.5: what a misspelt name is told by.
package enum TwistedNames {
  /// The names in a module or package, `nil` for one that is not listed.
  package static func names(in module: String) -> [Substring]? {
    guard module == "twisted" || module.hasPrefix("twisted.") else { return nil }
    let key = Array((module == "twisted" ? module : String(module.dropFirst(8))).utf8) + [UInt8(ascii: ":")]
    var rest = table.utf8[...]
    while !rest.isEmpty {
      let line = rest.prefix { $0 != 0x0A }
      if line.starts(with: key) { return Substring(line.dropFirst(key.count)).split(separator: " ") }
      rest = rest[line.endIndex...].dropFirst()
    }
    return nil
  }

  private static let table = """
    application.service: Application Attribute IPlugin IProcess IService IServiceCollection IServiceMaker Interface \
    MultiService Process Service ServiceMaker _oldStyle absolute_import components defer division implementer \
    loadApplication namedAny sob
    application.internet: CancelledError ClientService CooperatorService Deferred Failure List Logger \
    MethodicalMachine MulticastServer SSLClient SSLServer StreamServerEndpointService TCPClient TCPServer \
    TimerService UDPServer UNIXClient UNIXDatagramClient UNIXDatagramServer UNIXServer _AbstractClient \
    _AbstractServer _ClientMachine _DisconnectFactory _ReconnectingProtocolProxy _VolatileDataService _clientDoc \
    _defaultPolicy _doc _firstResult _goodEnoughRandom _maybeGlobalReactor _serverDoc absolute_import backoffPolicy \
    base division doc fail globals klass log maybeDeferred service side succeed task tran
    application.strports: Optional StreamServerEndpointService _getReactor absolute_import cast division endpoints \
    interfaces listen service
    internet.endpoints: AdoptedStreamServerEndpoint Any Callable Certificate CertificateOptions ClientFactory \
    Deferred Factory Failure FilePath HostResolution HostnameAddress HostnameEndpoint IAddress IHostResolution \
    IHostnameResolver IOpenSSLClientConnectionCreator IPlugin IProtocol IProtocolFactory IPv4Address IPv6Address \
    IReactorPluggableNameResolver IReactorSocket IResolutionReceiver IStreamClientEndpoint \
    IStreamClientEndpointStringParserWithReactor IStreamServerEndpointStringParser Iterable KeyPair List ListenFDs \
    Logger LoopingCall NamedConstant Names Optional PipeAddress PrivateCertificate ProcessEndpoint ProcessProtocol \
    Protocol SSL4ClientEndpoint SSL4ServerEndpoint SSLError Sequence StandardErrorBehavior StandardIO \
    StandardIOEndpoint TCP4ClientEndpoint TCP4ServerEndpoint TCP6ClientEndpoint TCP6ServerEndpoint \
    TLSMemoryBIOFactory Tuple Type UNIXClientEndpoint UNIXServerEndpoint Union Version \
    _IProcessTransportWithConsumerAndProducer _OP _ProcessAddress _ProcessEndpointTransport _STRING \
    _SimpleHostnameResolver _StandardIOParser _SystemdParser _TCP6ServerParser _TCPServerEndpoint \
    _TLSClientEndpointParser _TLSMemoryBIOFactory _WrapIProtocol _WrapperEndpoint _WrapperServerEndpoint \
    _WrappingFactory _WrappingProtocol _clientParsers _endpointClientFactories _endpointServerFactories _gairesult \
    _idnaBytes _idnaText _loadCAsFromDir _matchPluginToPrefix _matchingString _parse _parseClientSSL \
    _parseClientSSLOptions _parseClientTCP _parseClientTLS _parseClientUNIX _parseSSL _parseServer _parseTCP \
    _parseTrustRootPath _parseUNIX _privateCertFromPaths _serverParsers _tokenize absolute_import annotations \
    clientFromString connectProtocol defer deprecate directlyProvides division error fdesc getPlugins implementer \
    interfaces isIPAddress isIPv6Address iterbytes log nativeString normalize optionsForClientTLS os provider \
    proxyForInterface quoteStringArgument re serverFromString socket threads trustRootFromCertificates unicode \
    warnings wrapClientTLS
    internet.protocol: AbstractDatagramProtocol Any BaseProtocol Callable ClientCreator ClientFactory \
    ConnectedDatagramProtocol ConsumerToProtocolAdapter DatagramProtocol Factory FileWrapper IAddress \
    IMulticastTransport ITransport IUDPTransport Optional ProcessProtocol Protocol ProtocolToConsumerAdapter \
    ReconnectingClientFactory ServerFactory _InstanceFactory _loggerFor _oldStyle absolute_import annotations \
    components connectionDone defer division error failure implementer interfaces log random
    internet.ssl: AcceptableCiphers Certificate CertificateOptions CertificateRequest Client ClientContextFactory \
    Connector ContextFactory DN DefaultOpenSSLContextFactory DiffieHellmanParameters DistinguishedName KeyPair \
    OpenSSLDefaultPaths Port PrivateCertificate ProtocolNegotiationSupport SSL Server TLSVersion VerificationError \
    _oldStyle absolute_import annotations division implementedBy implementer implementer_only interfaces \
    optionsForClientTLS platformTrust protocolNegotiationMechanisms supported tcp trustRootFromCertificates
    internet.task: Callable Clock CooperativeTask Cooperator Coroutine Deferred DelayedCall Failure IDelayedCall \
    IReactorCore IReactorTime Iterable Iterator List LoopingCall NoReturn NotPaused Optional ReactorNotRunning \
    SchedulerError SchedulerStopped Sequence TaskDone TaskFailed TaskFinished TaskStopped TypeVar Union Version \
    _EPSILON _T _TaskResultT _Timer _defaultScheduler _getDeprecationWarningString _theCooperator absolute_import \
    base cast coiterate cooperate defer deferLater division ensureDeferred implementer log maybeDeferred react \
    reflect sys time warnings
    internet.defer: ABC AbstractEventLoop AlreadyCalledError AlreadyTryingToLockError Any Awaitable Callable \
    CancelledError Concatenate Coroutine CoroutineType DebugInfo Deferred DeferredCallback DeferredErrback \
    DeferredFilesystemLock DeferredList DeferredLock DeferredQueue DeferredSemaphore Enum FAILURE Failure \
    FailureGroup FirstError Future Generator GeneratorType Generic IDelayedCall IReactorTime Iterable List Literal \
    Logger Mapping MappingProxyType NoReturn NotACoroutineError Optional ParamSpec QueueOverflow QueueUnderflow \
    SUCCESS Self Sequence TYPE_CHECKING TimeoutError TracebackType Tuple Type TypeVar Union Version _CONTINUE \
    _CallbackChain _CallbackKeywordArguments _CallbackOrderedArguments _CancellationStatus _ConcurrencyPrimitive \
    _ConcurrencyPrimitiveT _Context _DEFERRED_SUBCLASSES _DefGen_Return _DeferableGenerator _DeferredList \
    _DeferredListResultItemT _DeferredListResultListT _DeferredListSingleResultT _DeferredLockT _DeferredResultT \
    _DeferredSemaphoreT _InternalInlineCallbacksCancelledError _NONE_KWARGS _NO_RESULT _NextDeferredResultT \
    _NextResultT _NoContext _P _PYPY _SelfResultT _Sentinel _T _addCancelCallbackToDeferred \
    _cancellableInlineCallbacks _cancelledToTimedOutError _contextvarsSupport _copy_context _deferGenerator \
    _extraneous _failthru _gotResultInlineCallbacks _handleCancelInlineCallbacks _inlineCallbacks _oldPypyStack \
    _oldStyle _parseDListResult _parseDeferredListResult absolute_import abstractmethod annotations attr cast cmp \
    comparable deferredGenerator deprecated deprecatedProperty division ensureDeferred exc_info execute fail failure \
    gatherResults getDebugging implementation inlineCallbacks inspect iscoroutine lockfile log logError \
    maybeDeferred overload passthru print_function race returnValue setDebugging succeed timeout traceback types \
    version_info waitForDeferred warnAboutFunction warnings wraps
    internet.threads: Callable IReactorFromThreads ParamSpec Queue ThreadPool TypeVar _P _PY3 _R _runMultiple \
    absolute_import annotations blockingCallFromThread callMultipleInThread defer deferToThread deferToThreadPool \
    division failure
    internet.utils: BytesIO _BackRelay _EverythingGetter _UnexpectedErrorOutput _ValueGetter \
    _callProtocolWithDeferred _resetWarningFilters absolute_import defer division failure getProcessOutput \
    getProcessOutputAndValue getProcessValue protocol reraise runWithWarningsSuppressed suppressWarnings sys \
    warnings wraps
    web.server: AlreadyCalled AlreadyCancelled Copyable GzipEncoderFactory HTTPFactory List Logger NOT_DONE_YET \
    NOT_MODIFIED NO_CONTENT Optional Request Session Site UnsupportedMethod Version ViewPoint _GzipEncoder \
    _HTTPRequest _RemoteProducerWrapper _addressToTuple _quote absolute_import address components copy copyright \
    date_time_string datetimeToString deprecatedModuleAttribute division escape failure hexlify http implementer \
    intToBytes interfaces iweb nativeString networkString os quote re reflect resource string_date_time \
    supportedMethods unquote util version zlib
    web.static: ASISProcessor Any Callable Data Dict DirectoryLister File InsensitiveDict Literal \
    MultipleRangeStaticProducer NoRangeStaticProducer Redirect Registry Sequence SingleRangeStaticProducer \
    StaticProducer URL Version _PY3 _addSlash absolute_import abstract addSlash annotations components \
    dangerousPathError deprecated division errno escape filepath formatFileSize getTypeAndEncoding http implementer \
    intToBytes interfaces isDangerous itertools loadMimeTypes log mimetypes nativeString networkString os \
    platformType quote redirectTo resource server time unquote warnings
    web.resource: Attribute EncodingResourceWrapper ErrorPage FORBIDDEN ForbiddenResource IResource Interface \
    NOT_FOUND NoResource Resource Sequence UnsupportedMethod Version _IEncodingResource _UnsafeErrorPage \
    _UnsafeErrorPageBase _UnsafeForbiddenResource _UnsafeNoResource _computeAllowedMethods absolute_import \
    annotations deprecated deprecatedModuleAttribute division getChildForRequest implementer nativeString \
    prefixedMethodNames proxyForInterface unicode warnings
    web.wsgi: Failure INTERNAL_SERVER_ERROR IResource List Logger NOT_DONE_YET Sequence Union WSGIResource \
    _ErrorStream _InputStream _WSGIResponse _wsgiString _wsgiStringToBytes blockingCallFromThread exc_info \
    implementer reraise warn
    web.client: Agent BrowserLikePolicyForHTTPS BrowserLikeRedirectAgent CertificateOptions ContentDecoderAgent \
    CookieAgent CookieJar Deferred Failure FileBodyProducer GzipDecoder HTTP11ClientProtocol HTTPClientFactory \
    HTTPConnectionPool HTTPDownloader HTTPPageDownloader HTTPPageGetter Hashable Headers HostnameCachingHTTPSPolicy \
    HostnameEndpoint IAddress IAgent IAgentEndpointFactory IBodyProducer IOpenSSLContextFactory IPolicyForHTTPS \
    IProtocol IReactorTime IResponse IStreamClientEndpoint InsensitiveDict Iterable Logger Optional \
    PartialDownloadError PotentialDataLoss ProxyAgent RedirectAgent Request RequestGenerationFailed RequestNotSent \
    RequestTransmissionFailed Response ResponseDone ResponseFailed ResponseNeverReceived SSL SchemeNotSupported \
    TYPE_CHECKING UNKNOWN_LENGTH URI Version WebClientContextFactory _AgentBase _ContextFactoryWithContext \
    _DeprecatedToCurrentPolicyForHTTPS _FakeStdlibRequest _FakeStdlibResponse _FakeUrllib2Request \
    _FakeUrllib2Response _FakeUrllibResponseInfo _GETPAGE_REPLACEMENT_TEXT _GzipProtocol _HTTP11ClientFactory \
    _InfoType _PY3 _ReadBodyProtocol _RequestBase _ResponseBase _RetryingHTTP11ClientProtocol \
    _StandardEndpointFactory _WrapperException _canonicalHeaderName _defaultSensitiveHeaders \
    _deprecateGetPageClasses _ensureValidMethod _ensureValidURI _makeGetterFactory _nameEncoder _requireSSL _urljoin \
    _urlunparse absolute_import annotations collections dataclass defer deprecated deprecatedModuleAttribute \
    division downloadPage error getDeprecationWarningString getPage http implementer intToBytes isIPv6Address \
    itervalues nativeString networkString optionsForClientTLS os platformTrust protocol proxyForInterface reactor \
    readBody task unicode urldefrag urljoin urlunparse warnings wrapClientTLS wraps zlib
    web.vhost: NameVirtualHost VHostMonsterResource VirtualHostCollection _HostResource absolute_import division \
    pages resource roots
    web.proxy: ClientFactory HTTPChannel HTTPClient NOT_DONE_YET Proxy ProxyClient ProxyClientFactory ProxyRequest \
    Request Resource ReverseProxy ReverseProxyRequest ReverseProxyResource _QUEUED_SENTINEL absolute_import division \
    reactor urllib_parse urlparse urlquote urlunparse
    web.rewrite: RewriterResource alias resource tildeToUsers
    web.guard: BasicCredentialFactory DigestCredentialFactory HTTPAuthSessionWrapper absolute_import division
    web.twcgi: AnyStr CGIDirectory CGIProcessProtocol CGIScript FilteredScript Logger filepath http os pb protocol \
    resource server static urllib
    web.script: AlreadyCached CacheScanner NativeStringIO PythonScript ResourceScript ResourceScriptDirectory \
    ResourceScriptWrapper ResourceTemplate StringIO _PY3 _coerceToFilesystemEncoding absolute_import copyright \
    division execfile http networkString noRsrc os resource rpyNoResource server static traceback util
    web.distrib: BytesIO Headers Issue Logger Request ResourcePublisher ResourceSubscription SIZE_LIMIT \
    UserDirectory _ReferenceableProducerWrapper address copy getDOMImplementation http os pb pwd reactor resource \
    server static styles sys util
    web.util: ChildRedirector DeferredResource Element FailureElement ParentRedirect Redirect TagLoader XMLString \
    _FrameElement _PRE _PY3 _SourceFragmentElement _SourceLineElement _StackElement absolute_import division escape \
    flattenString formatFailure fullyQualifiedName linecache nativeString redirectTo renderer resource unicode \
    urlpath
    web.template: CDATA CharRef Comment Element FilePath Flattenable ITemplateLoader Logger NOT_DONE_YET \
    NativeStringIO OrderedDict TEMPLATE_NAMESPACE Tag TagLoader VALID_HTML_TAG_NAMES XMLFile XMLString _NSContext \
    _TagFactory _ToStan _flatsaxParse _moduleLog absolute_import division flatten flattenString handler implementer \
    items make_parser renderElement renderer slot tags twisted warnings
    web.xmlrpc: Binary Boolean DateTime FAILURE Fault Handler Logger NOT_FOUND NoSuchFunction Proxy QueryFactory \
    QueryProtocol XMLRPC XMLRPCIntrospection _PY3 _QueryFactory absolute_import addIntrospection base64 defer \
    division error failure http intToBytes nativeString payloadTemplate protocol reactor reflect resource server \
    unicode urllib_parse urlparse withRequest xmlrpclib
    python.log: ABC Any BinaryIO DefaultObserver Dict EventDict FileLogObserver ILogContext ILogObserver Interface \
    LegacyLogObserverWrapper LogBeginner LogPublisher Logger LoggingFile NewLogLevel NewLogger NewPublisher \
    NewSTDLibLogObserver NullFile Optional PythonLoggingObserver StdioOnnaStick _GlobalStartStopMixIn \
    _GlobalStartStopObserver _PY3 _actually _oldStyle _publishNew _safeFormat absolute_import abstractmethod \
    addObserver callWithContext callWithLogger cast context datetime defaultObserver deferr discardLogs division err \
    failure logerr logfile msg newGlobalLogBeginner newGlobalLogPublisher reflect removeObserver showwarning \
    startLogging startLoggingWithObserver synchronize sys textFromEventDict theLogPublisher time timezone unicode \
    util warnings
    python.usage: Any CoerceParameter CompleteDirs CompleteFiles CompleteGroups CompleteHostnames CompleteList \
    CompleteMultiList CompleteNetInterfaces CompleteUserAtHost CompleteUsernames Completer Completions Dict Optional \
    Options UsageError _BASH _PY3 _ZSH absolute_import annotations cast division docMakeChunks error flagFunction \
    getopt inspect os path portCoerce print_function reflect sys textwrap util
    python.filepath: AbstractFilePath Any AnyStr Attribute Callable Dict ERROR_DIRECTORY ERROR_FILE_NOT_FOUND \
    ERROR_INVALID_NAME ERROR_PATH_NOT_FOUND FancyEqMixin FileMode FilePath Generic IFilePath IO InsecurePath \
    Interface Iterable LinkError List Literal O_BINARY Optional OtherAnyStr Permissions RWX S_IMODE S_IRGRP S_IROTH \
    S_IRUSR S_ISBLK S_ISDIR S_ISREG S_ISSOCK S_IWGRP S_IWOTH S_IWUSR S_IXGRP S_IXOTH S_IXUSR Sequence TYPE_CHECKING \
    Tuple TypeVar Union UnlistableError Version WindowsError _CREATE_FLAGS _Self _SpecialNoValue \
    _WindowsUnlistableError _asFilesystemBytes _asFilesystemText _coerceToFilesystemEncoding _secureEnoughString \
    _stub_islink _tmp absolute_import abspath annotations armor base64 basename cast cmp comparable deprecated \
    dirname division errno exists implementer isabs islink joinpath listdir normpath os overload platform \
    randomBytes splitext stat sys unicode utime
    python.components: ALLOW_DUPLICATES Adapter AdapterRegistry CannotAdapt Componentized Dict NativeStringIO \
    ReprableComponentized StringIO _ProxiedClassMethod _ProxyDescriptor _addHook _oldStyle _removeHook \
    absolute_import declarations division getAdapterFactory getRegistry globalRegistry interface print_function \
    proxyForInterface reflect registerAdapter
    python.logfile: BaseLogFile BinaryIO DailyLogFile LogFile LogReader Optional _oldStyle absolute_import cast \
    division glob os stat threadable time unicode
    cred.portal: Callable Deferred Dict ICredentials ICredentialsChecker IRealm Interface Iterable List Portal Tuple \
    Type Union _InterfaceItself _requestResult absolute_import defer division error failure maybeDeferred providedBy \
    reflect
    cred.checkers: ANONYMOUS AllowAnonymousAccess Any Attribute Deferred Dict FilePasswordDB IAnonymous \
    ICredentialsChecker IUsernameHashedPassword IUsernamePassword InMemoryUsernamePasswordDatabaseDontUse Interface \
    Logger OnDiskUsernamePasswordDatabase Optional Tuple Union absolute_import credentials defer division error \
    failure implementer os
    cred.credentials: Anonymous Attribute CramMD5Credentials Deferred DigestCredentialFactory DigestedCredentials \
    IAnonymous ICredentials ISSHPrivateKey IUsernameDigestHash IUsernameHashedPassword IUsernamePassword Interface \
    SSHPrivateKey UsernameHashedPassword UsernamePassword Version absolute_import annotations base64 calcHA1 calcHA2 \
    calcResponse deprecatedModuleAttribute division error hexlify hmac implementer intToBytes md5 nativeString \
    networkString random re secureRandom time unicode
    spread.pb: Anonymous AsReferenceable Avatar Broker Cacheable CopiedFailure Copyable CopyableFailure \
    DeadReferenceError Error IAnonymous ICredentials IJellyable IPBRoot IPerspective IUnjellyable \
    IUsernameHashedPassword IUsernameMD5Password Interface Jellyable Local MAX_BROKER_REFS NoSuchMethod \
    PBClientFactory PBConnectionLost PBServerFactory Portal ProtocolError Referenceable RemoteCache \
    RemoteCacheObserver RemoteCopy RemoteError RemoteMethod RemoteReference Root Serializable ViewPoint Viewable \
    _JellyableAvatarMixin _PortalAuthChallenger _PortalRoot _PortalWrapper _newInstance absolute_import banana \
    challenge chr cmp comparable copyTags defer division failure failure2Copyable globalSecurity implementer jelly \
    log md5 portno protocol random range reflect registerAdapter respond setCopierForClass setCopierForClassTree \
    setFactoryForClass setUnjellyableFactoryForClass setUnjellyableForClass setUnjellyableForClassTree styles \
    unicode unjelly
    names.server: DNSServerFactory absolute_import division dns log protocol resolve time
    names.client: AXFRController DNSClientFactory FilePath Resolver ThreadedResolver _ThreadedResolverImpl cache \
    common createResolver defer dns errno error failure getHostByName getResolver hostsModule interfaces \
    isIPv6Address log lookupAFSDatabase lookupAddress lookupAddress6 lookupAllRecords lookupAuthority \
    lookupCanonicalName lookupHostInfo lookupIPV6Address lookupMailBox lookupMailExchange lookupMailGroup \
    lookupMailRename lookupMailboxInfo lookupNameservers lookupNamingAuthorityPointer lookupNull lookupPointer \
    lookupResponsibility lookupSenderPolicy lookupService lookupText lookupWellKnownServices lookupZone \
    moduleProvides nativeString os platform protocol query resolve root theResolver warnings
    names.dns: A A6 AAAA AFSDB AF_INET6 ALL_RECORDS ANY AXFR Attribute AuthoritativeDomainError BytesIO CH CNAME CS \
    CannotListenError Charstr DNAME DNSDatagramProtocol DNSMixin DNSProtocol DNSQueryTimeoutError DomainError \
    EBADKEY EBADSIG EBADTIME EBADVERSION EFORMAT ENAME ENOTIMP EREFUSED ESERVER EXT_QUERIES HINFO HS IEncodable \
    IEncodableRecord IN IRecord IXFR Interface MAILA MAILB MB MD MF MG MINFO MR MX Message NAPTR NS NULL Name OK OPT \
    OP_INVERSE OP_NOTIFY OP_QUERY OP_STATUS OP_UPDATE Optional PORT PTR QUERY_CLASSES QUERY_TYPES Query REV_CLASSES \
    REV_TYPES RP RRHeader Record_A Record_A6 Record_AAAA Record_AFSDB Record_CNAME Record_DNAME Record_HINFO \
    Record_MB Record_MD Record_MF Record_MG Record_MINFO Record_MR Record_MX Record_NAPTR Record_NS Record_NULL \
    Record_PTR Record_RP Record_SOA Record_SPF Record_SRV Record_SSHFP Record_TSIG Record_TXT Record_WKS SOA SPF SRV \
    SSHFP Sequence SimpleRecord SupportsInt TKEY TSIG TXT Union UnknownRecord WKS _EDNSMessage _OPTHeader \
    _OPTVariableOption _PY3 _compactRepr _getDisplayableArguments _isSubdomainOf _nameToLabels _nicebytes \
    _nicebyteslist _ord2bytes _responseFromMessage _str2time absolute_import annotations chain cmp comparable defer \
    division domainString failure implementer inspect log nativeString overload protocol randbytes random \
    randomSource readPrecisely socket str2time struct tputil unicode
    names.authority: BindAuthority FileAuthority FilePath PySourceAuthority _PY3 absolute_import common defer \
    division dns error execfile failure getSerial nativeString os time
    names.hosts: FilePath Resolver absolute_import common defer division dns failure isIPAddress isIPv6Address \
    nativeString searchFileFor searchFileForAll
    names.cache: CacheResolver absolute_import common defer division dns failure log
    conch.manhole_tap: Options _StupidRealm chainedProtocolFactory checkers filepath implementer insults keys \
    makeService makeTelnetProtocol manhole manhole_ssh portal protocol service strports telnet usage
    conch.telnet: AO AYT AlreadyDisabled AlreadyEnabled AlreadyNegotiating AuthenticatingTelnetProtocol BEL BRK BS \
    CR DM DO DONT EC ECHO EDIT EL EOR FF GA HT IAC IP ITelnetProtocol ITelnetTransport LF LINEMODE LINEMODE_ABORT \
    LINEMODE_EDIT LINEMODE_EOF LINEMODE_FORWARDMASK LINEMODE_LIT_ECHO LINEMODE_MODE LINEMODE_MODE_ACK LINEMODE_SLC \
    LINEMODE_SLC_ABORT LINEMODE_SLC_ACK LINEMODE_SLC_AO LINEMODE_SLC_AYT LINEMODE_SLC_BRK LINEMODE_SLC_CANTCHANGE \
    LINEMODE_SLC_DEFAULT LINEMODE_SLC_EBOL LINEMODE_SLC_EC LINEMODE_SLC_ECR LINEMODE_SLC_EEOL LINEMODE_SLC_EL \
    LINEMODE_SLC_EOF LINEMODE_SLC_EOR LINEMODE_SLC_EW LINEMODE_SLC_EWR LINEMODE_SLC_FLUSHIN LINEMODE_SLC_FLUSHOUT \
    LINEMODE_SLC_FORW1 LINEMODE_SLC_FORW2 LINEMODE_SLC_INSRT LINEMODE_SLC_IP LINEMODE_SLC_LEVELBITS \
    LINEMODE_SLC_LNEXT LINEMODE_SLC_MCBOL LINEMODE_SLC_MCEOL LINEMODE_SLC_MCL LINEMODE_SLC_MCR LINEMODE_SLC_MCWL \
    LINEMODE_SLC_MCWR LINEMODE_SLC_NOSUPPORT LINEMODE_SLC_OVER LINEMODE_SLC_RP LINEMODE_SLC_SUSP LINEMODE_SLC_SYNCH \
    LINEMODE_SLC_VALUE LINEMODE_SLC_XOFF LINEMODE_SLC_XON LINEMODE_SOFT_TAB LINEMODE_SUSP LINEMODE_TRAPSIG LIT_ECHO \
    Logger MODE MODE_ACK NAWS NOP NULL NegotiationError OptionRefused ProtocolTransportMixin SB SE SGA SOFT_TAB \
    StatefulTelnetProtocol TRAPSIG Telnet TelnetBootstrapProtocol TelnetError TelnetProtocol TelnetTransport VT WILL \
    WONT _chr absolute_import basic chr credentials defer division iinternet implementer iterbytes log protocol \
    struct
    conch.checkers: Any BinaryIO Callable CryptedPasswordRecord FilePath IAuthorizedKeysDB ICredentialsChecker IO \
    ISSHPrivateKey IUsernamePassword InMemorySSHKeyDB Interface Iterable Iterator Literal Logger Mapping Optional \
    Protocol SSHProtocolChecker SSHPublicKeyChecker SSHPublicKeyDatabase Tuple UNIXAuthorizedKeysFiles \
    UNIXPasswordDatabase UnauthorizedLogin UnhandledCredentials UserDB UserRecord Version _PY3 _b64decodebytes _keys \
    _keysFromFilepaths _log _lookupUser _pwd _pwdGetByName _shadowGetByName _spwd absolute_import binascii cast \
    crypt decodebytes defer deprecatedModuleAttribute division errno error failure implementer keys log providedBy \
    pwd readAuthorizedKeyFile reflect runAsEffectiveUser spwd sys verifyCryptedPassword
    conch.ssh.factory: Dict List Logger Optional SSHFactory Tuple _kex absolute_import chain connection division \
    error log protocol random transport userauth
    conch.ssh.keys: Any BadFingerPrintFormat BadKeyError BadSignatureAlgorithmError Cipher Ed25519PrivateKey \
    Ed25519PublicKey EncryptedKeyError FingerprintFormats InvalidSignature Key Literal NamedConstant Names Optional \
    PassphraseNormalizationError PyAsn1Error Type _PY3 _curveTable _getPersistentRSAKey _mutuallyExclusiveArguments \
    _normalizePassphrase _secToNist absolute_import algorithms annotations b64encode base64 bcrypt berDecoder \
    berEncoder binascii chr common decode_dss_signature decodebytes default_backend division dsa ec ed25519 \
    encode_dss_signature encodebytes hashes int_from_bytes int_to_bytes iterbytes itertools izip \
    load_pem_private_key load_ssh_public_key long md5 modes nativeString padding randbytes rsa serialization sexpy \
    sha256 struct unicode unicodedata univ utils warnings
    mail.smtp: AUTH AUTHDeclinedError AUTHRequiredError Address AddressError AuthenticationError BytesIO COMMAND \
    CramMD5ClientAuthenticator DATA DNSNAME EHLORequiredError ESMTP ESMTPClient ESMTPClientError ESMTPSender \
    ESMTPSenderFactory IClientAuthentication IMessage IMessageDelivery IMessageDeliveryFactory ISSLTransport \
    ITLSTransport LOGINAuthenticator LOGINCredentials PLAINAuthenticator SMTP SMTPAddressError SMTPBadRcpt \
    SMTPBadSender SMTPClient SMTPClientError SMTPConnectError SMTPDeliveryError SMTPError SMTPFactory \
    SMTPProtocolError SMTPSender SMTPSenderFactory SMTPServerError SMTPTimeoutError SUCCESS SenderMixin TLSError \
    TLSRequiredError Type User _PY3 _bytesChr _gen _idnaText _keys _lcredentials absolute_import atom base64 basic \
    binascii codecs cred defer division error idGenerator implementer iterbytes iteritems log long longversion \
    messageid nativeString networkString os parseaddr platform policies protocol quoteaddr random range re reactor \
    rfc822date sendmail socket time unicode util warnings xtextStreamReader xtextStreamWriter xtext_codec \
    xtext_decode xtext_encode
    mail.pop3: APOPCredentials AdvancedPOP3Client FIRST_LONG IMailbox IO IServerFactory \
    InsecureAuthenticationDisallowed LONG LineTooLong Mailbox NEXT NONE Optional POP3 POP3Client POP3ClientError \
    POP3Error SHORT ServerErrorResponse TLSError TLSNotSupportedError _HeadersPlusNLines _IteratorBuffer \
    _POP3MessageDeleted _PY3 annotations base64 basic binascii cred defer formatListLines formatListResponse \
    formatStatResponse formatUIDListLines formatUIDListResponse implementer intToBytes interfaces \
    iterateLineGenerator log md5 overload policies smtp successResponse task warnings
    mail.imap4: Any BytesIO Command CramMD5ClientAuthenticator DontQuoteMe FileProducer IAccount \
    IClientAuthentication ICloseableMailbox IMAP4Client IMAP4Exception IMAP4Server IMailbox IMailboxInfo \
    IMailboxListener IMessage IMessageCopier IMessageFile IMessagePart INamespacePresenter ISearchableMailbox \
    IllegalClientResponse IllegalIdentifierError IllegalMailboxEncoding IllegalOperation IllegalQueryError \
    IllegalServerResponse LOGINAuthenticator LOGINCredentials List LiteralFile LiteralString MailboxCollision \
    MailboxException MemoryAccount MemoryAccountWithoutNamespaces MessageProducer MessageSet MismatchedNesting \
    MismatchedQuoting NegativeResponse NoSuchMailbox NoSupportedAuthentication Not Optional Or PLAINAuthenticator \
    PLAINCredentials Query ReadOnlyMailbox StreamReader StreamWriter TIMEOUT_ERROR UnauthorizedLogin \
    UnhandledCredentials UnhandledResponse WriteBuffer _ATOM_SPECIALS _CTL _FetchParser _MONTH_NAMES \
    _MessageStructure _MultipartMessageStructure _NO_QUOTES _PY3 _RFC822MessageStructure _SIMPLE_BOOL _SP \
    _SinglepartMessageStructure _TextMessageStructure _atomChars _bytesChr _codecInfo _formatHeaders _getContentType \
    _getMessageStructure _get_async_param _literal _matchingString _nativeNonAtomChars _needsLiteral _needsQuote \
    _nonAtomChars _nonAtomRE _parseMbox _prepareMailboxName _quote _sorted _statusRequestDict _swap _swapAllPairs \
    basic binascii cast chain chr codecs collapseNestedLists collapseStrings copy credentials decodebytes decoder \
    defer email encodebytes encoder error functools getBodyStructure getEnvelope getLineCount imap4_utf_7 \
    implementer intToBytes interfaces iterateInReactor iterbytes log long maybeDeferred memory_cast modified_base64 \
    modified_unbase64 nativeString networkString parseAddr parseIdList parseNestedParens parseTime policies re \
    splitOn splitQuoted statusRequestHelper string subparts tempfile text time unicode unquote uuid wildcardToRegexp
    mail.mail: BounceDomain DomainWithDefaultDict FileMessage FileMonitoringService IAlias IAliasableDomain IDomain \
    IRealm Interface MailService NoReturn Portal annotations defer implementer internet log os protocols service \
    smtp util warnings
    words.service: AvatarReference ChatAvatar Group IRCFactory IRCUser InMemoryWordsRealm NICKSERV PBGroup \
    PBGroupReference PBMind PBMindReference PBUser User WordsRealm copyright credentials ctime defer ecred ewords \
    failure implementer irc itervalues iwords log pb portal protocol reflect registerAdapter time unicode
    protocols.basic: BytesIO DEBUG FileSender IncompleteNetstring Int16StringReceiver Int32StringReceiver \
    Int8StringReceiver IntNStringReceiver LineOnlyReceiver LineReceiver NetstringParseError NetstringReceiver \
    StatefulStringProtocol StringTooLongError _PY3 _PauseableMixin _RecvdCompatHack _formatNetstring absolute_import \
    calcsize defer division implementer interfaces log math pack protocol re unpack
    protocols.policies: ClientFactory ILoggingContext LimitConnectionsByPeer LimitTotalConnectionsFactory Optional \
    Protocol ProtocolWrapper ServerFactory SpewingFactory SpewingProtocol ThrottlingFactory ThrottlingProtocol \
    TimeoutFactory TimeoutMixin TimeoutProtocol TrafficLoggingFactory TrafficLoggingProtocol Type WrappingFactory \
    _wrappedLogPrefix absolute_import directlyProvides division error interfaces log providedBy sys
    protocols.ftp: ANON_USER_DENIED ASCIIConsumerWrapper AUTH_FAILURE AnonUserDeniedError AuthorizationError \
    BAD_CMD_SEQ BadCmdSequenceError BadResponse BaseFTPRealm CANT_OPEN_DATA_CNX CLOSING_DATA_CNX CMD_NOT_IMPLMNTD \
    CMD_NOT_IMPLMNTD_FOR_PARAM CMD_NOT_IMPLMNTD_SUPERFLUOUS CMD_OK CNX_CLOSED_TXFR_ABORTED CmdArgSyntaxError \
    CmdNotImplementedError CmdNotImplementedForArgError CmdSyntaxError CommandFailed ConnectionLost \
    DATA_CNX_ALREADY_OPEN_START_XFR DATA_CNX_OPEN_NO_XFR_IN_PROGRESS DIR_STATUS DTP DTPFactory ENTERING_EPSV_MODE \
    ENTERING_PASV_MODE ENTERING_PORT_MODE EPSV_ALL_OK EXCEEDED_STORAGE_ALLOC FEAT_OK FILENAME_NOT_ALLOWED \
    FILE_EXISTS FILE_NOT_FOUND FILE_STATUS FILE_STATUS_OK_OPEN_DATA_CNX FTP FTPAnonymousShell FTPClient \
    FTPClientBasic FTPCmdError FTPCommand FTPDataPortFactory FTPError FTPFactory FTPFileListProtocol \
    FTPOverflowProtocol FTPRealm FTPShell FileConsumer FileExistsError FileNotFoundError GOODBYE_MSG \
    GUEST_LOGGED_IN_PROCEED GUEST_NAME_OK_NEED_EMAIL HELP_MSG IFTPShell IFinishableConsumer IReadFile IS_A_DIR \
    IS_NOT_A_DIR IWriteFile Interface InvalidPath IsADirectoryError IsNotADirectoryError MKD_REPLY NAME_SYS_TYPE \
    NEED_ACCT_FOR_LOGIN NEED_ACCT_FOR_STOR NOT_LOGGED_IN OPTS_NOT_IMPLEMENTED PAGE_TYPE_UNK \
    PASVIPv6NotImplementedError PASV_IPV6_NOT_IMPLEMENTED PERMISSION_DENIED PWD_REPLY PermissionDeniedError \
    PortConnectionError ProtocolWrapper REQ_ACTN_ABRTD_FILE_UNAVAIL REQ_ACTN_ABRTD_INSUFF_STORAGE \
    REQ_ACTN_ABRTD_LOCAL_ERR REQ_ACTN_NOT_TAKEN REQ_FILE_ACTN_COMPLETED_OK REQ_FILE_ACTN_PENDING_FURTHER_INFO \
    RESPONSE RESTART_MARKER_REPLY SERVICE_READY_IN_N_MINUTES SVC_CLOSING_CTRL_CNX SVC_NOT_AVAIL_CLOSING_CTRL_CNX \
    SVC_READY_FOR_NEW_USER SYNTAX_ERR SYNTAX_ERR_IN_ARGS SYS_STATUS_OR_HELP_REPLY SenderProtocol SystemFTPRealm \
    TOO_MANY_CONNECTIONS TXFR_COMPLETE_OK TYPE_SET_OK UNSUPPORTED_NETWORK_PROTOCOL USR_LOGGED_IN_PROCEED \
    USR_NAME_OK_NEED_PASS UnexpectedData UnexpectedResponse UnsupportedNetworkProtocolError WELCOME_MSG _AFNUM_IP \
    _AFNUM_IP6 _FileReader _FileWriter _PassiveConnectionFactory _getgroups _isGlobbingExpression _months \
    _testPermissions _testTranslation _unwrapFirstError basic checkers copyright cred_error credentials \
    debugDeferred decodeExtendedAddress decodeHostPort defer encodeHostPort errno errnoToFailure error failure \
    filepath fnmatch grp implementer interfaces ipaddress log os parsePWDResponse policies portal protocol pwd range \
    re reactor stat time toSegments unicode
    protocols.socks: SOCKSv4 SOCKSv4Factory SOCKSv4Incoming SOCKSv4IncomingFactory SOCKSv4Outgoing defer log \
    protocol reactor socket string struct time
    protocols.portforward: Proxy ProxyClient ProxyClientFactory ProxyFactory ProxyServer log protocol
    protocols.amp: AMP ANSWER ASK AmpBox AmpError AmpList Any Argument BadLocalReturn BinaryBoxProtocol Boolean Box \
    BoxDispatcher BytesIO COMMAND CONNECTION_LOST Callable Certificate CertificateOptions ClassVar Command \
    CommandLocator ConnectionClosed ConnectionLost DN DateTime Decimal Deferred Descriptor Dict ERROR ERROR_CODE \
    ERROR_DESCRIPTION Failure Float IArgumentType IBoxReceiver IBoxSender IFileDescriptorReceiver IResponderLocator \
    IncompatibleVersions Int16StringReceiver Integer Interface InvalidSignature KeyPair List ListOf Logger \
    MAX_KEY_LENGTH MAX_VALUE_LENGTH MalformedAmpBox MethodType NoEmptyBoxes OnlyOneTLS Optional PROTOCOL_ERRORS \
    PYTHON_KEYWORDS Path PeerVerifyError Protocol ProtocolSwitchCommand ProtocolSwitched QuitBox RemoteAmpError \
    SimpleStringLocator StartTLS StatefulStringProtocol String TooLong Tuple Type TypeVar UNHANDLED_ERROR_CODE \
    UNKNOWN_ERROR_CODE UnhandledCommand Unicode Union UnknownRemoteError _CommandLocatorMeta _CommandMeta \
    _DescriptorExchanger _FixedOffsetTZInfo _LocalArgument _NoCertificate _PY3 _ParserHelper _Self _SwitchBox \
    _TLSBox _T_Callable _log _objectsToStrings _ssl _stringsToObjects _wireNameToPythonIdentifier absolute_import \
    accumulateClassDict annotations count datetime decimal division fail filepath implementer intToBytes iteritems \
    log long maybeDeferred nativeString pack parse parseString partial ssl types unicode utc warnings
    enterprise.adbapi: Connection ConnectionLost ConnectionPool Transaction compat log reflect sys threads
    runner.procmon: Any Dict DummyTransport Failure IDelayedCall IProcessTransport IReactorProcess IReactorTime \
    LineLogger List Logger LoggingProtocol Optional ProcessMonitor _Process _reactor annotations attr basic \
    deprecate error incremental log protocol service transport
    internet.reactor: addReader addSystemEventTrigger addWriter adoptDatagramPort adoptStreamConnection \
    adoptStreamPort callFromThread callInThread callLater callWhenRunning clientConnections connectSSL connectTCP \
    connectUNIX connectUNIXDatagram connectWith crash disconnectAll doIteration doPoll fireSystemEvent \
    getDelayedCalls getReaders getThreadPool getWriters installNameResolver installResolver installWaker installed \
    iterate listenMulticast listenSSL listenTCP listenUDP listenUNIX listenUNIXDatagram listenWith mainLoop \
    nameResolver removeAll removeReader removeSystemEventTrigger removeWriter resolve resolver run runUntilCurrent \
    running seconds sigBreak sigInt sigTerm spawnProcess startRunning stop suggestThreadPoolSize threadCallQueue \
    threadpool threadpoolShutdownID timeout usingThreads wakeUp waker
    twisted: Version _threads _version application conch copyright cred deprecatedModuleAttribute enterprise \
    internet logger mail names news pair persisted plugin plugins positioning protocols python runner scripts spread \
    tap trial version web words
    application: _client_service app internet reactors runner service strports twist
    internet: _baseprocess _deprecate _dumbwin32proc _glibbase _idna _multicast _newtls _pollingfile \
    _posixserialport _posixstdio _producer_helpers _resolver _signals _sslverify _threadedselect _win32serialport \
    _win32stdio abstract address asyncioreactor base cfreactor default defer endpoints epollreactor error fdesc \
    gireactor glib2reactor gtk2reactor gtk3reactor inotify interfaces iocpreactor kqreactor main pollreactor \
    posixbase process protocol pyuisupport reactor selectreactor serialport ssl stdio task tcp testing threads \
    tksupport udp unix utils win32eventreactor wxreactor wxsupport
    web: Version _abnf _auth _element _flatten _http2 _newclient _responses _stan _template_util _websocket_impl \
    client demo deprecatedModuleAttribute distrib domhelpers error guard html http http_headers iweb microdom pages \
    proxy resource rewrite script server soap static sux tap template twcgi util version vhost websocket wsgi xmlrpc
    python: Version _appdirs _inotify _oldstyle _pydoctor _release _setup _shellcomp _textattributes _tzhelper _url \
    absolute_import compat components constants context deprecate deprecatedModuleAttribute division failure fakepwd \
    filepath finalize formmethod hook htmlizer lockfile log logfile modules monkey procutils randbytes rebuild \
    reflect release roots runtime sendmsg shortcut syslog systemd text threadable threadpool unicode url urlpath \
    usage util versions win32 zippath zipstream
    cred: _digest checkers credentials error portal strcred
    spread: banana flavors interfaces jelly pb publish util
    names: Version _rfc1982 authority cache client common deprecatedModuleAttribute dns error hosts resolve root \
    secondary server srvconnect tap version
    conch: Version avatar checkers client deprecatedModuleAttribute endpoints error insults interfaces ls manhole \
    manhole_ssh manhole_tap mixin openssh_compat recvline scripts ssh stdio tap telnet ttymodes ui unix version
    conch.ssh: _kex _keys_pynacl address agent channel common connection factory filetransfer forwarding keys \
    service session sexpy transport userauth
    mail: Version _cred _except _pop3client alias bounce deprecatedModuleAttribute imap4 interfaces mail maildir pb \
    pop3 pop3client protocols relay relaymanager scripts smtp tap version
    words: Version deprecatedModuleAttribute ewords im iwords protocols service tap version xish xmpproutertap
    protocols: Version amp basic deprecatedModuleAttribute dict finger ftp haproxy htb ident loopback memcache mice \
    pcp policies portforward postfix shoutcast sip socks stateful tls wire
    enterprise: adbapi
    runner: Version deprecatedModuleAttribute inetd inetdconf inetdtap procmon procmontap version
    logger: FileLogObserver FilteringLogObserver ILogFilterPredicate ILogObserver InvalidLogLevelError \
    LegacyLogObserverWrapper LimitedHistoryLogObserver LogBeginner LogEvent LogLevel LogLevelFilterPredicate \
    LogPublisher Logger LoggingFile Operation PredicateResult STDLibLogObserver _buffer _capture _file _filter \
    _flatten _format _global _interfaces _io _json _legacy _levels _logger _loggerFor _observer _stdlib _util \
    capturedLogs eventAsJSON eventAsText eventFromJSON eventsFromJSONLogFile extractField formatEvent \
    formatEventAsClassicLogText formatTime globalLogBeginner globalLogPublisher jsonFileLogObserver \
    textFileLogObserver timeFormatRFC3339
    persisted: _token _tokenize aot crefutil dirdbm sob styles
    positioning: _sentence base ipositioning nmea
    pair: Version deprecatedModuleAttribute ethernet ip raw rawudp testing tuntap version
    tap: ftp portforward socks
    """
}
