# herald: a publishing pipeline for announcements.
#
#   make            builds build/herald
#   make demo       installs what is missing, builds, publishes posts/ into public/, and says what it made
#   make check      installs what the tests need, builds with warnings as errors, runs every test
#   make install    copies the program and its manual pages below PREFIX (default /usr/local; DESTDIR is honoured)
#   make bench      compares herald with Hugo and with the bare Markdown library in one run, as ratios
#   make fuzz       runs every fuzz target for FUZZ_SECONDS (default 20)
#   make golden     renews the expected outputs of tests/golden, for review with git diff
#   make format     formats every C file
#   make deps       installs the Debian packages that building needs; make deps-check, those that the tests need
#   make clean      removes build/ and public/
#
# Settings: CC, CFLAGS (added last), BUILD (folder of all that is made), SAN=1 (address and undefined sanitizers),
# AREAS (which folders of lib/ are built; for working on one area alone).

BUILD ?= build
PREFIX ?= /usr/local
AREAS ?= base text liquid markup post site jekyll feed mail check
FUZZ_SECONDS ?= 20

.DEFAULT_GOAL := all
.SUFFIXES:
.DELETE_ON_ERROR:
.SECONDARY:
MAKEFLAGS += --no-builtin-rules
Q := $(if $(V),,@) # V=1 shows whole commands

PACKAGES_BUILD := gcc make pkg-config libyaml-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libxml2-dev \
                  libicu-dev libjansson-dev libgumbo-dev libssl-dev
PKGS := yaml-0.1 libcmark-gfm libxml-2.0 icu-i18n icu-uc jansson gumbo libcrypto

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

# Foreign headers come in as system headers: our warnings are for our code.
FOREIGN = $(patsubst -I%,-isystem%,$(shell pkg-config --cflags $(PKGS) 2>/dev/null))
LIBS = $(shell pkg-config --libs $(PKGS) 2>/dev/null) -lcmark-gfm-extensions -lm -lpthread
ALL_CFLAGS = $(BASE) $(WARN) $(WARN_$(COMPILER)) $(HARDEN) $(FOREIGN) $(CFLAGS)

LIB_SRC := $(sort $(foreach area,$(AREAS),$(wildcard lib/$(area)/*.c lib/$(area)/*/*.c)))
CMD_SRC := $(sort $(wildcard cmd/herald/*.c))
TEST_SRC := $(sort $(foreach area,$(AREAS) cmd,$(wildcard tests/$(area)/*_test.c)))
LIB_OBJ := $(LIB_SRC:%.c=$(BUILD)/%.o)
CMD_OBJ := $(CMD_SRC:%.c=$(BUILD)/%.o)
TEST_BIN := $(TEST_SRC:%.c=$(BUILD)/%)

all: $(BUILD)/herald ## builds the program

$(BUILD)/herald: $(CMD_OBJ) $(BUILD)/libherald.a
	$(Q)$(CC) $(HARDEN) $(LINK) -o $@ $(CMD_OBJ) $(BUILD)/libherald.a $(LIBS)

$(BUILD)/libherald.a: $(LIB_OBJ)
	@rm -f $@
	$(Q)ar rcD $@ $^

# What tests of cmd/ link: all of it but main.
$(BUILD)/libcommands.a: $(filter-out %/main.o,$(CMD_OBJ))
	@rm -f $@
	$(Q)ar rcD $@ $^

$(BUILD)/%.o: %.c | generated
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

unit: $(TEST_BIN) ## builds and runs the unit tests of AREAS alone
	@fail=0; for t in $(TEST_BIN); do $$t >$$t.log 2>&1 || { cat $$t.log; fail=1; }; done; exit $$fail

format: ## formats every C file
	clang-format -i $$(git ls-files --cached --others --exclude-standard '*.c' '*.h')

clean:
	rm -rf $(BUILD) public

.PHONY: all generated unit format clean
-include $(LIB_OBJ:.o=.d) $(CMD_OBJ:.o=.d) $(TEST_BIN:=.d)
