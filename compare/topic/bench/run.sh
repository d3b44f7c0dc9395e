#!/bin/sh
# Compares crosscheck's similarity with npm's fuzzball and Debian's
# python3-rapidfuzz; prints the versions and a table in Markdown.
#
#   CROSSCHECK_DATA=... sh compare/topic/bench/run.sh [ROUNDS]
#
# It needs Go, Node.js with npm, and apt. All it fetches goes to a temporary
# folder; nothing is installed. Where python3 has no rapidfuzz, Debian's package
# is fetched with the Python it belongs to from the release named by SUITE, at
# the archive that this machine's apt is set to.
set -eu
rounds=${1:-5}
suite=${SUITE:-trixie} # the first Debian that has the package
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
data=${CROSSCHECK_DATA:-$root/../shared}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' INT TERM

# debian fetches python3-rapidfuzz and all it needs and unpacks it in $tmp/root.
debian() {
	if [ ! -f /etc/apt/sources.list.d/debian.sources ]; then
		echo "run.sh: python3 has no rapidfuzz, and there is no debian.sources to fetch it by" >&2
		echo "hint: install python3-rapidfuzz" >&2
		exit 1
	fi
	mkdir -p "$tmp/apt/lists/partial" "$tmp/apt/cache/archives/partial" "$tmp/apt/sources" "$tmp/root"
	: >"$tmp/apt/status" # an apt that has installed nothing fetches everything
	sed -E "/^(deb|deb-src) /d; s/^Suites:.*/Suites: $suite/" /etc/apt/sources.list.d/debian.sources |
		awk 'BEGIN { RS = ""; ORS = "\n\n" } NR == 1' >"$tmp/apt/sources/suite.sources"
	set -- -qq -o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$tmp/apt/sources" \
		-o "Dir::State=$tmp/apt" -o "Dir::State::lists=$tmp/apt/lists" -o "Dir::State::status=$tmp/apt/status" \
		-o "Dir::Cache=$tmp/apt/cache" -o APT::Install-Recommends=false -o APT::Sandbox::User=root
	apt-get "$@" update >&2
	apt-get "$@" install -y --download-only python3-rapidfuzz >&2
	for package in "$tmp"/apt/cache/archives/*.deb; do
		dpkg -x "$package" "$tmp/root"
	done
	python=$(ls "$tmp"/root/usr/bin/python3.*[0-9])
	loader=$(ls "$tmp"/root/usr/lib*/ld-linux*.so* "$tmp"/root/usr/lib/*/ld-linux*.so* 2>/dev/null | head -n 1)
	libraries=$(dirname "$(ls "$tmp"/root/usr/lib/*/libc.so.6)")
}

# rapidfuzz runs a Python program that can import rapidfuzz.
rapidfuzz() {
	if [ -z "${python:-}" ]; then
		python3 "$@"
	else
		PYTHONHOME="$tmp/root/usr" PYTHONPATH="$tmp/root/usr/lib/python3/dist-packages" \
			"$loader" --library-path "$libraries" "$python" "$@"
	fi
}

cd "$root"
go build -o "$tmp/bench" ./compare/topic/bench
"$tmp/bench" pairs "$data" >"$tmp/pairs.jsonl"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" fuzzball >&2
python3 -c 'import rapidfuzz' 2>/dev/null || debian

# One after the other, round by round, so that all have the machine as it is.
for round in $(seq "$rounds"); do
	echo "round $round of $rounds" >&2
	GOMAXPROCS=1 "$tmp/bench" ours <"$tmp/pairs.jsonl"
	node "$here/fuzzball.mjs" "$tmp" <"$tmp/pairs.jsonl"
	rapidfuzz "$here/rapidfuzz_scores.py" <"$tmp/pairs.jsonl"
done >"$tmp/results.jsonl"

go version
echo "node $(node --version)"
rapidfuzz --version
echo "$(wc -l <"$tmp/pairs.jsonl") pairs, $rounds rounds"
echo
"$tmp/bench" table "$tmp/pairs.jsonl" <"$tmp/results.jsonl"
