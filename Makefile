# Everything a person or a CI machine runs. `make help` lists it.
SWIFT   ?= swift
PREFIX  ?= /usr/local
DESTDIR ?=

# -num-threads: each module is optimised on all cores, not on one.
RELEASE := -c release --static-swift-stdlib --disable-local-rpath -Xswiftc -num-threads -Xswiftc $(shell nproc)
BIN     := .build/release
DEMO    := .build/demo
PACKAGES := .build/packages
SCRIPTS := find . \( -name '.build*' -o -name .git -o -name templates \) -prune -o -type f ! -name '*.md' -exec \
           grep -lE '^\#! ?/(usr/)?bin/(env )?(ba|da)?sh' {} +

.PHONY: all pictures build demo check check-system lifecycle bench count fuzz install packages clean golden lint help tools-build tools-demo tools-check

all: build

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-14s%s\n", $$1, $$2 }' Makefile

build: tools-build ## release binary in .build/release, under the names of all four tools
	@mkdir -p .build/static && ln -sfn "$$(clang -print-file-name=libstdc++.a)" .build/static/libstdc++.a
	$(SWIFT) build $(RELEASE) --product tap2deb
	@for name in tap2rpm tapconvert mktap; do ln -sfn tap2deb $(BIN)/$$name; done

demo: tools-demo ## package debian-example both ways and show what came out
	$(SWIFT) build --product tap2deb
	$(SWIFT) build --product tap2rpm
	@packaging/demo .build/debug $(DEMO)

lint: tools-check ## formatting of the Swift code, shellcheck of the scripts
	$(SWIFT) format lint --strict -r Package.swift Sources Tests
	$(SCRIPTS) | xargs shellcheck

check: lint ## lint, build, all tests but the slow ones
	$(SWIFT) build --build-tests
	@packaging/run-tests $(SWIFT) test --skip-build

check-system: tools-check build count ## the slower tests: booted Debian roots, the whole lifecycle
	TAP2DEB_SYSTEM_TESTS=full packaging/run-tests $(SWIFT) test --filter 'SystemTests|DocumentationTests|DifferentialTests|ScalingTests|InterruptionTests'

lifecycle: tools-check build ## install, upgrade and remove in every kind of system, into docs/lifecycle.md
	TAP2DEB_SYSTEM_TESTS=full packaging/run-tests $(SWIFT) test --filter Lifecycle

golden: ## rewrite the golden files; fails on purpose, so look at the difference and run the tests again
	UPDATE_GOLDEN=1 $(SWIFT) test --filter Golden

bench: tools-check build ## time against bare dpkg-deb and rpmbuild, into docs/performance.md
	$(SWIFT) build $(RELEASE) --product Benchmarks
	packaging/run-benchmarks $(BIN)/Benchmarks docs/performance.md $(PARTS)

count: tools-check build ## instructions of the tool itself, against those that are kept
	packaging/count-instructions $(BIN)/tap2deb Tests/Benchmarks/instructions $(RENEW)

fuzz: ## every reader against broken and hostile files, ten minutes each
	Tests/Fuzz/build.sh .build/fuzz
	Tests/Fuzz/run.sh .build/fuzz 600

pictures: build ## draw the pictures of docs/ from what the tools say
	packaging/make-pictures $(BIN) docs

install: ## into $(DESTDIR)$(PREFIX); run `make build` first
	@packaging/install "$(BIN)" "$(DESTDIR)" "$(PREFIX)"

packages: tools-demo build ## the tools' own .deb, .rpm and archive, into .build/packages
	@packaging/make-packages $(BIN) $(PACKAGES)

clean: ## remove everything that was built
	rm -rf .build

tools-build:
	@packaging/install-tools build

tools-demo:
	@packaging/install-tools build demo

tools-check:
	@packaging/install-tools build demo check
