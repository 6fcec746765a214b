# A fresh machine needs Go, make and gcc. Tools are fetched through the Go
# module proxy at the versions below and kept in build/.

GOLANGCI_VERSION = v2.15.0
GOVULNCHECK_VERSION = v1.8.0
OSV_SCANNER_VERSION = v2.5.0
AXE_VERSION = 4.14.1
CONFTEST_VERSION = v0.71.1
BENCHSTAT_VERSION = v0.0.0-20260908200009-22c9c6c9d4da
# The stock opa is the one that the engine is built with.
OPA_VERSION      = $(shell go list -m -f '{{.Version}}' github.com/open-policy-agent/opa)

# With cmd/bidgate/default.pgo, all that bidgate needs is compiled for it alone;
# only the program itself is worth that time.
export GOFLAGS := $(strip $(GOFLAGS) -pgo=off)

SHELL    := /bin/bash
BUILD    := $(CURDIR)/build
OPA       = $(BUILD)/opa-$(OPA_VERSION)/opa
CONFTEST  = $(BUILD)/conftest-$(CONFTEST_VERSION)/conftest
GOLANGCI  = $(BUILD)/golangci-lint-$(GOLANGCI_VERSION)/golangci-lint

CASE          ?= edk2-meets
FUZZTIME      ?= 20s
FUZZ          ?= Fuzz
BENCH         ?= .
BASE          ?= main
TABLE         ?=
HOSTILE       ?=
BIDS          ?= 1000
REGO          := policies/bidgate policies/reference
# The folder is the path of the data too, so the tree is loaded from its root;
# profiles and rows are YAML for the engine, not data for policies.
# The reference derivation is held by Go tests over whole documents, so the
# coverage of the Rego tests leaves it out.
REGO_TREE     := policies --ignore '*.yaml' --ignore schema
REGO_TESTED   := $(REGO_TREE) --ignore reference
REGO_SCHEMA   := policies/schema/input.json
REGO_COVERAGE ?= 100

# The collector runs less often than it would: there is memory to spare, and a
# quarter of the time of the tests is its own.
GO_TEST = GOGC=300 PATH="$(dir $(OPA)):$$PATH" go test -timeout 20m

.DEFAULT_GOAL := help
.PHONY: help build demo test bench bench-go bench-compare pgo lint fmt policy-coverage fuzz fuzz-targets vuln golden rego hostile mutations osv-differential bench-osv xmllint browser tools clean seeded office formats bids samples honesty container examples growth

help: ## show the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo "  variables: CASE=$(CASE) FUZZTIME=$(FUZZTIME) FUZZ=$(FUZZ) BENCH=$(BENCH) BASE=$(BASE) TABLE=$(TABLE) HOSTILE=$(HOSTILE) REGO_COVERAGE=$(REGO_COVERAGE)"

build: ## build bin/bidgate
	go build -trimpath -pgo=auto -o bin/bidgate ./cmd/bidgate

demo: build ## build, then screen a real bundle and show its verdict (CASE=name of a folder in fixtures/)
	@cd fixtures/$(CASE) && mapfile -t args < args && bundle=$$(ls -d bundle bundle.* 2>/dev/null | head -n 1) && \
	echo "bidgate screen $$bundle $${args[*]}" && echo && \
	{ $(CURDIR)/bin/bidgate screen "$$bundle" "$${args[@]}"; code=$$?; echo; \
	words=(meets "does not meet" "could not run" undetermined "meets only with exceptions"); \
	echo "exit code $$code: $${words[$$code]}"; \
	[ $$code -ne 2 ]; }

# The second run of the tests looks for races. Long tests that run on one
# goroutine leave themselves out of it (OneGoroutine in race_test.go).
test: ## everything that CI runs: build, vet, lint, Rego checks and tests, Go tests without and with the race detector
	go build ./...
	go vet ./...
	$(MAKE) lint rego
	@$(MAKE) --no-print-directory xmllint
	$(GO_TEST) ./...
	$(GO_TEST) -race ./...

lint: $(GOLANGCI) ## run the linters over the Go code
	$(GOLANGCI) run --allow-parallel-runners ./...

rego: $(OPA) ## check format, types and tests of the policies, with coverage
	@unformatted=$$($(OPA) fmt --list $(REGO)); [ -z "$$unformatted" ] || { echo "not formatted, run make fmt:"; echo "$$unformatted"; exit 1; }
	$(OPA) check --strict --schema $(REGO_SCHEMA) $(REGO_TREE)
	$(OPA) test policies/reference
	@mkdir -p $(BUILD); $(OPA) test --schema $(REGO_SCHEMA) --coverage --threshold $(REGO_COVERAGE) $(REGO_TESTED) > $(BUILD)/rego.json || \
	{ $(OPA) test --schema $(REGO_SCHEMA) $(REGO_TESTED) && echo "coverage of the policies is below $(REGO_COVERAGE) percent: see build/rego.json"; exit 1; }
	@echo "policies: tests pass, $$(awk '/"coverage":/{c=$$2} END{print c}' $(BUILD)/rego.json) percent covered"

policy-coverage: ## say which rows of the catalogue of requirements the library judges, and which not
	@go test ./policies -run '^TestC(overage|atalogueIsTheReference)' > /dev/null || { go test ./policies -run '^TestC(overage|atalogueIsTheReference)'; exit 1; }
	@sed -n '/^## Summary/,/^## Section/{/^## /d;p}' policies/coverage/README.md

# One run on one machine: programs, peers and SBOMs lie in build/bench.
bench: build $(OPA) $(CONFTEST) ## measure speed and size beside opa and conftest in one table (TABLE=parts of it)
	@mkdir -p $(BUILD)/bench
	@go build -o $(BUILD)/bench/ ./cmd/bidgate/testdata/bench/gen ./cmd/bidgate/testdata/bench/measure ./cmd/bidgate/testdata/bench/least
	@cp bin/bidgate $(OPA) $(CONFTEST) $(BUILD)/bench/
	@printf '{"Replace": {"%s": "%s"}}' $(CURDIR)/engine/evidence/schema_read.go $(CURDIR)/cmd/bidgate/testdata/bench/unvalidated/schema_read.go > $(BUILD)/bench/overlay.json
	@go build -trimpath -pgo=auto -overlay $(BUILD)/bench/overlay.json -o $(BUILD)/bench/unvalidated ./cmd/bidgate
	@BIDGATE_TABLE=$(BUILD)/bench BIDGATE_TABLE_ONLY='$(TABLE)' go test -count=1 -timeout 60m -run '^TestTable$$' ./cmd/bidgate && cat $(BUILD)/bench/table.txt
	@[ -n '$(TABLE)' ] || $(MAKE) --no-print-directory bench-go BENCH='^Benchmark(ProfileCompile|ProfileEvaluate|Render|Workbook)$$'

# The test is built elsewhere, so that the profile names no folder of this machine.
pgo: build ## renew the profile that the compiler takes for bidgate, cmd/bidgate/default.pgo
	@mkdir -p $(BUILD)/bench && go build -o $(BUILD)/bench/ ./cmd/bidgate/testdata/bench/gen && cp bin/bidgate $(BUILD)/bench/
	@dir=$$(mktemp -d) && go test -trimpath -c -o $$dir/bidgate.test ./cmd/bidgate && \
	(cd cmd/bidgate && BIDGATE_TABLE=$(BUILD)/bench BIDGATE_PGO=$$dir/default.pgo $$dir/bidgate.test -test.run '^TestProfile$$' -test.timeout 20m) && \
	mv $$dir/default.pgo cmd/bidgate/default.pgo; rm -rf $$dir

bench-go: ## run the benchmarks of the packages (BENCH=pattern)
	go test -run '^$$' -bench '$(BENCH)' -benchmem ./...
	@[ -x $(BUILD)/osv-scanner ] || echo "not run: BenchmarkMatchBesideOSVScanner, because osv-scanner is not built; make bench-osv builds it"

# Both commits are measured in turns, so that a busy machine is busy for both.
bench-compare: ## compare the benchmarks with those of another commit (BASE=commit BENCH=pattern)
	@mkdir -p $(BUILD)/compare && rm -f $(BUILD)/compare/*.txt
	@[ ! -d $(BUILD)/compare/base ] || git worktree remove --force $(BUILD)/compare/base
	@git worktree add --quiet --detach $(BUILD)/compare/base $(BASE)
	@for run in 1 2 3 4 5 6; do \
	  (cd $(BUILD)/compare/base && go test -run '^$$' -bench '$(BENCH)' -benchmem -benchtime 3x ./engine/... ./cmd/... >> $(BUILD)/compare/base.txt) && \
	  go test -run '^$$' -bench '$(BENCH)' -benchmem -benchtime 3x ./engine/... ./cmd/... >> $(BUILD)/compare/now.txt || exit 1; \
	done
	@git worktree remove --force $(BUILD)/compare/base
	go run golang.org/x/perf/cmd/benchstat@$(BENCHSTAT_VERSION) $(BUILD)/compare/base.txt $(BUILD)/compare/now.txt

fmt: $(GOLANGCI) $(OPA) ## format Go and Rego
	$(GOLANGCI) fmt ./...
	$(OPA) fmt --write $(REGO)

# One line for each target: its folder and its name.
fuzz-targets:
	@grep -rHo --include='*_test.go' '^func Fuzz[A-Za-z0-9]*(f \*testing\.F)' engine cmd policies | sed -E 's|/[^/]*:func (Fuzz[A-Za-z0-9]*).*| \1|' | sort

fuzz: ## run every fuzz target for FUZZTIME (FUZZ=start of its name)
	@set -e; $(MAKE) -s fuzz-targets | grep ' $(FUZZ)' | while read -r dir target; do \
	  echo "$$dir $$target"; \
	  go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x ./$$dir < /dev/null; \
	done

hostile: build ## measure what every hostile input costs, each in a process (HOSTILE=start of their names)
	BIDGATE_HOSTILE=$(CURDIR)/bin/bidgate BIDGATE_HOSTILE_ONLY='$(HOSTILE)' go test -count=1 -timeout 60m -v -run '^TestHostileCost$$' ./cmd/bidgate

# CI leaves out inputs of Rego tests that differ only in what a claim does not
# rest on.
mutations: ## take every statement out of every input of the policy library's tests, and watch what passes
	BIDGATE_EVERYTHING=1 GOGC=300 go test -count=1 -timeout 60m -v -run '^TestNoPassSurvivesALoss$$' ./engine/internal/policy

honesty: ## leave every true statement out of weak bundles, under every profile, and watch that no verdict gets better
	BIDGATE_EVERYTHING=1 GOGC=300 go test -count=1 -timeout 120m -v -run '^TestSilence' ./engine/internal/policy

growth: ## let every list of every fixture's bid grow, and watch that no requirement does more than in proportion
	BIDGATE_EVERYTHING=1 GOGC=300 go test -count=1 -timeout 30m -v -run '^TestEachListGrowsInProportion$$' ./engine

examples: ## judge every example of the policy library again; CI takes some
	BIDGATE_EVERYTHING=1 GOGC=300 go test -count=1 -v -run '^TestExamplesAreJudgedSo$$' ./engine

seeded: ## plant contradictions and gaps in good bundles, and print how many the policy library tells (recall) and how many of its alarms are right (precision)
	BIDGATE_SEEDED="$(SEEDED)" GOGC=300 go test -count=1 -timeout 60m -v -run '^TestSeeded$$' ./engine

container: ## build the program as the container image does, and run it alone in an empty root as nobody, without a network
	BIDGATE_CONTAINER=1 go test -count=1 -timeout 20m -v -run '^TestContainer$$' ./cmd/bidgate

bids: ## kill a run over 1,000 bids with -9, go on, compare it with a serial run, and print bids a second and memory (BIDS=number)
	BIDGATE_BIDS=$(BIDS) go test -count=1 -timeout 60m -v -run '^TestManyBids$$' ./cmd/bidgate

# osv-scanner takes minutes to build, so that make test does without it.
osv-differential: $(BUILD)/osv-scanner ## match the corpus as osv-scanner does, offline, and explain every difference
	go test -count=1 -v -run '^TestOSVDifferential$$' ./engine

bench-osv: $(BUILD)/osv-scanner ## match the fleet of the corpus beside osv-scanner, offline, in one run
	go test -run '^$$' -bench '^BenchmarkMatchBesideOSVScanner$$' -benchtime 3x ./engine/advisory

# Known vulnerabilities change without a change of ours, so no test depends on
# them, and a machine that cannot reach their database loses nothing else.
vuln: ## look for known vulnerabilities in called code, where the database can be reached
	@out=$$(go run golang.org/x/vuln/cmd/govulncheck@$(GOVULNCHECK_VERSION) ./... 2>&1); code=$$?; \
	if [ $$code -eq 0 ] || [ $$code -eq 3 ] || grep -q '^Vulnerability #' <<< "$$out"; then echo "$$out"; exit $$code; fi; \
	if grep -qiE 'fetching vulnerabilities|reading https:|vuln\.go\.dev|dial tcp|no such host|module lookup disabled|connection refused' <<< "$$out"; then \
	echo "not run: the database of vulnerabilities, or the program, cannot be reached"; else echo "$$out"; exit $$code; fi

# Two rounds: what one golden holds may be embedded in the program that writes
# the next, so failures count only in the second.
golden: ## rewrite every generated file and golden; read the diff before you commit it
	@dirs=$$(grep -rl --include='*_test.go' 'flag.Bool("update"' . | xargs -n 1 dirname | sort -u); \
	go test $$dirs -update > /dev/null 2>&1; \
	go test $$dirs -count=1 -update

# The oracle of the XML reader. Without it its test says so and is left out.
xmllint:
	@command -v xmllint > /dev/null || { command -v apt-get > /dev/null && [ "$$(id -u)" = 0 ] && \
	apt-get -qq update && apt-get -qq install -y --no-install-recommends libxml2-utils > /dev/null; } || \
	echo "xmllint is not installed (Debian: libxml2-utils); the comparison with it is left out"

# A browser is hundreds of megabytes, so that make test does without it.
browser: $(BUILD)/axe.min.js ## look at the HTML pages in Chromium with axe-core, and print them; pictures go to build/pictures
	@for p in chromium qpdf pdfinfo; do command -v $$p > /dev/null || exit 1; done || { apt-get -qq update && apt-get -qq install -y --no-install-recommends chromium fonts-dejavu-core qpdf poppler-utils > /dev/null; }
	@mkdir -p $(BUILD)/pictures
	BIDGATE_BROWSER=1 BIDGATE_SCREENSHOTS=$(BUILD)/pictures go test -count=1 -timeout 15m -v -run '^(TestPageInBrowser|TestManyInBrowser|TestPrinted|TestPDFStatus)$$' ./engine/render ./engine/render/pdf ./cmd/bidgate

# Every third fixture is enough for make test: their bytes are held by digests.
formats: ## check every format of every fixture against its schema or with another reader
	BIDGATE_ALL_FIXTURES=1 go test -count=1 -run '^(TestCases|TestJUnitSchema|TestNoClauseFromMemoryLooksVerified|TestNoOutputClaimsCompliance)$$' ./engine/render

samples: ## hold the remedies against every sample of a tool, also those outside the repository
	BIDGATE_ALL_SAMPLES=1 go test -count=1 -v -run '^Test(Samples|Flags)$$' ./engine/remedy

# An office program is hundreds of megabytes too.
office: ## open a workbook in LibreOffice and compare every cell
	@command -v soffice > /dev/null || { apt-get -qq update && apt-get -qq install -y --no-install-recommends libreoffice-calc-nogui > /dev/null; }
	BIDGATE_OFFICE=1 go test -count=1 -v -run '^TestOpenedByLibreOffice$$' ./engine/render/xlsx

tools: $(GOLANGCI) $(OPA) ## fetch and build the tools

clean: ## remove what was built
	rm -rf bin build

$(GOLANGCI):
	GOBIN=$(dir $@) go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(GOLANGCI_VERSION)

$(BUILD)/axe.min.js:
	@mkdir -p $(BUILD)
	cd $(BUILD) && npm pack --silent axe-core@$(AXE_VERSION) > /dev/null && tar -xzf axe-core-$(AXE_VERSION).tgz --strip-components=1 package/axe.min.js && rm axe-core-$(AXE_VERSION).tgz

$(BUILD)/osv-scanner:
	GOBIN=$(BUILD) go install github.com/google/osv-scanner/v2/cmd/osv-scanner@$(OSV_SCANNER_VERSION)

$(OPA):
	GOBIN=$(dir $@) go install github.com/open-policy-agent/opa@$(OPA_VERSION)

$(CONFTEST):
	GOBIN=$(dir $@) go install github.com/open-policy-agent/conftest@$(CONFTEST_VERSION)
