# Recipes for people who work on duban. CI runs `just test` too.

# All tests: rules, the whole program as keys in and screen out, processes and terminals. A test left out is one failed.
test:
    #!/usr/bin/env bash
    set -euo pipefail
    log=$(mktemp)
    trap 'rm -f "$log"' EXIT
    # Only root can be several users at once; CI is.
    several=""
    if [ "$(id -u)" = 0 ]; then several="--features several-users"; fi
    cargo test --locked --no-fail-fast $several 2>&1 | tee "$log"
    grep -q '^test result: ok' "$log" || { echo "no test ran" >&2; exit 1; }
    if grep '^test result:' "$log" | grep -v ' 0 ignored; 0 measured; 0 filtered out'; then
      echo "a test was skipped" >&2
      exit 1
    fi
    [ -n "$several" ] || echo "tests/store_group.rs plays several system users and needs root: CI runs it"

# What takes too long for every change, for one trial or all: `just soak`, `just soak random_keys`. `SOAK_SEED` sets
# the first seed of the random keys. The last result stands in tests/README.md.
soak *trials:
    #!/usr/bin/env bash
    set -euo pipefail
    log=$(mktemp)
    trap 'rm -f "$log"' EXIT
    cargo test --locked --features soak --test "soak*" --test output --test tools --no-run
    echo "$(date -u +%F), $(nproc) x $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), Linux $(uname -r)"
    failed=""
    DUBAN_SOAK=1 cargo test --locked --no-fail-fast --features soak --test "soak*" --test output --test tools -- --test-threads 1 --nocapture {{trials}} 2>&1 |
      tee "$log" || failed=yes
    # What people feel over SSH is measured as it is shipped.
    trials="{{trials}}"
    cargo test --release --locked --features soak --test gate_soak -- --test-threads 1 --nocapture ${trials:-trial_} 2>&1 |
      tee -a "$log" || failed=yes
    echo
    sed -n 's/.*soak: //p' "$log"
    [ -z "$failed" ] || { echo "a trial failed" >&2; exit 1; }

# Formatting and lints, as CI wants them.
check:
    cargo fmt --check
    cargo clippy --all-targets --all-features --locked -- -D warnings

# The program, optimised: `just run status sfj`.
run *words:
    cargo run --release --locked -- {{words}}

# Licences, sources and duplicates of the dependencies (needs cargo-deny; advisories need the network).
deny:
    cargo deny check

# Writes the tables of keys and commands into both READMEs.
docs:
    DUBAN_WRITE_DOCS=1 cargo test --locked --test docs -- the_readmes --test-threads 1

# A ledger with invented reports, in target/demo/, to look around in.
demo:
    cargo build --release --locked
    docs/demo target/release/duban target/demo/ledger.db
    target/release/duban --db target/demo/ledger.db --as-of 2025-06-24

# What duban costs at 0, 1,000, 100,000 and 1,000,000 entries, and its screen beside other programs that are installed, as
# tables (some minutes and 2 GB in target/growth/).
bench *sizes:
    cargo build --release --locked
    benches/growth target/release/duban target/growth {{sizes}}
    benches/batch target/release/duban target/growth/batch
    benches/peers target/release/duban target/growth {{sizes}}
    cargo bench --locked --bench micro -- --noplot

# Puts functions that are run and constants that are read before those that are not, in data/layout.ld, from what a program with
# its symbols does (needs valgrind; after a new compiler, or when much has moved).
layout:
    cargo rustc --release --locked --bin duban -- -C strip=none -C link-arg=-Wl,-Map=$PWD/target/layout.map
    benches/layout target/release/duban target/layout.map target/layout > target/layout.ld
    mv target/layout.ld data/layout.ld

# What the screen shows of the demo ledger at 80x24, as text (needs tmux).
picture size="80x24":
    cargo build --release --locked
    docs/demo target/release/duban target/demo/ledger.db
    docs/picture target/release/duban target/demo/ledger.db {{size}}
