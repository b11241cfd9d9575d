# The two commands of the README, and what they need.
CHECKS = --explicit-target-dependency-import-check error
DEMO = .demo
PREFIX = /usr/local
# How long `make fuzz` tries each reader, in seconds, and which it tries.
FUZZ_SECONDS = 600
FUZZ_SEED = 1
READERS = txt md docx odt rtf html pdf vtt srt json otr eaf structured csv xlsx zip

.PHONY: demo test fuzz crash sanitize lint system release reference bench bench-peers instructions check-exports check-exchange gallery install

demo: system release
	@scripts/demo $(DEMO)

test: system
	swift build --build-tests $(CHECKS)
	swift test --skip-build --disable-xctest

# Reads changed files without end, as the program is released; stops at the first reader with a finding.
fuzz: system
	swift build -c release --build-tests -Xswiftc -enable-testing
	@for reader in $(READERS); do \
	  DRAAD_FUZZ_SECONDS=$(FUZZ_SECONDS) DRAAD_FUZZ_SEED=$(FUZZ_SEED) DRAAD_FUZZ_READER=$$reader \
	    swift test -c release --skip-build --disable-xctest --filter FuzzTests/many || exit 1; \
	done
	DRAAD_FUZZ_SECONDS=$(FUZZ_SECONDS) DRAAD_FUZZ_SEED=$(FUZZ_SEED) \
	  swift test -c release --skip-build --disable-xctest --filter FuzzTests/endless

# The tests with the address sanitizer, and those of the store and the workbench with the thread sanitizer.
sanitize: system
	swift build --build-tests --sanitize=address --scratch-path .build/address
	ASAN_OPTIONS=detect_leaks=0 swift test --skip-build --disable-xctest --sanitize=address --scratch-path .build/address
	swift build --build-tests --sanitize=thread --scratch-path .build/thread
	TSAN_OPTIONS=suppressions=Tests/Sanitizers/thread.txt \
	  swift test --skip-build --disable-xctest --sanitize=thread --scratch-path .build/thread \
	  --filter 'StoreTests|WorkbenchTests'

# Ends and fails the program while it writes, some thousands of times, and looks what is left (Documentation/Durability.md).
crash: system
	swift build -c release --product draad $(CHECKS)
	cc -shared -fPIC -O1 -o .build/failing.so Tests/Crash/failing.c -ldl
	python3 Tests/Crash/crash.py .build/release/draad .build/failing.so $(CRASH)

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

# Installs the system packages that are missing, and says which.
system:
	@scripts/install-system-packages

# With Swift's own libraries inside: a third less time to start.
release:
	swift build -c release --product draad --static-swift-stdlib $(CHECKS)

# Installs the program, its manual page, and what bash, zsh and fish complete: make install PREFIX=~/.local
install: release
	install -D -m 755 .build/release/draad $(DESTDIR)$(PREFIX)/bin/draad
	install -D -m 644 Documentation/draad.1 $(DESTDIR)$(PREFIX)/share/man/man1/draad.1
	@mkdir -p $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	.build/release/draad --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/draad
	.build/release/draad --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_draad
	.build/release/draad --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/draad.fish

# Writes Documentation/CommandReference.md and the manual page anew from the command tree, and the answers in Documentation/QueryLanguage.md.
reference:
	DRAAD_WRITE_REFERENCE=1 swift test --disable-xctest --filter 'CommandReferenceTests|ManualPageTests|QueryLanguageAnswersTests'

# Opens what is written with other people's programs: openpyxl, networkx, LibreOffice, a browser, LaTeX; those there are.
check-exports: system release
	@Tests/Readers/check-exports .build/release/draad

# Sends studies to other programs' own code (Taguette, pandas, R) and back, and compares every coding; those there are.
# QualCoder too, where QUALCODER names a checkout of it: make check-exchange QUALCODER=~/QualCoder
check-exchange: system release
	@Tests/Readers/check-exchange .build/release/draad

# Draws the pictures of Documentation/Gallery.md anew.
gallery: system release
	@scripts/gallery .build/release/draad

# Speed against the least that SQLite itself must do; takes a while, and wants a machine that does nothing else.
bench: system release .bench/limits
	python3 Benchmarks/run.py --python .bench/limits/bin/python3 $(TASKS)

# Speed beside Taguette and qc, which it installs from PyPI into .bench; they want different versions of a library they share.
bench-peers: system release .bench/taguette .bench/qc
	python3 Benchmarks/peers.py $(TASKS)

.bench/taguette: PACKAGE = taguette==1.5.2
.bench/qc: PACKAGE = qualitative-coding==1.7.8
.bench/limits: PACKAGE = numpy scipy pandas krippendorff
.bench/taguette .bench/qc .bench/limits:
	python3 -m venv $@ && $@/bin/pip install --quiet $(PACKAGE) || { rm -rf $@; exit 1; }

# Counts the instructions of five tasks with callgrind; over 15 % more than is kept fails (KEEP=--keep keeps them).
instructions: system release
	@command -v valgrind >/dev/null 2>&1 || { echo "valgrind is missing: apt-get install valgrind"; exit 1; }
	python3 Benchmarks/instructions.py $(KEEP)
