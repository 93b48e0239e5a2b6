# What a newcomer types: `make run`, `make test`.
SCENARIO ?= scenarios/disasters/region/us-west-2-lost-2h.yaml

.PHONY: run test check bench install-sqlite

run: install-sqlite
	swift build -c release --product drsim
	.build/release/drsim run $(SCENARIO)

# In release, as `run`: the tests run some ten thousand trials, which takes a fifth of the time there.
test: install-sqlite
	swift test -c release --disable-testable-imports

check:
	.ci/run

bench: install-sqlite
	Benchmarks/run-hold

# GRDB links the system's SQLite; without its header nothing builds.
install-sqlite:
	@if [ ! -f /usr/include/sqlite3.h ] && [ "$$(uname)" = Linux ]; then \
		echo "libsqlite3-dev is missing: installing it (needs root)"; \
		apt-get update -qq && apt-get install -y -qq libsqlite3-dev; \
	fi
