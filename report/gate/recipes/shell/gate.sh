#!/bin/sh
# gate.sh FILE: asks the gate over HTTP whether a draft may run. Exit codes are those
# of "crosscheck gate": 0 may run, 1 hold, 2 could not judge or misuse. Needs curl.
#
#   CROSSCHECK_URL=https://gate.example CROSSCHECK_TOKEN=ck_... sh gate.sh draft.md
set -u
file=${1:?"usage: gate.sh FILE"}
: "${CROSSCHECK_URL:?set it to the gate's address}" "${CROSSCHECK_TOKEN:?set it to a token}"
case $file in
*.md) type=text/markdown ;;
*.html) type=text/html ;;
*.json) type=application/json ;;
*) type=text/plain ;;
esac
out=$(mktemp) || exit 2
trap 'rm -f "$out"' EXIT
# The token goes through standard input: arguments can be seen by everybody on the
# machine. curl comes again by itself after 408, 429 and 5xx, and heeds Retry-After.
status=$(printf 'header = "Authorization: Bearer %s"\n' "$CROSSCHECK_TOKEN" |
	curl --silent --show-error --config - --retry 5 --max-time 150 --output "$out" --write-out '%{http_code}' \
		--header "Content-Type: $type" --data-binary "@$file" "$CROSSCHECK_URL/v1/gate") || exit 2
cat "$out"
if [ "$status" != 200 ]; then exit 2; fi
# No text of the answer can look like this: quotation marks in it are escaped.
case $(grep -o '"decision":"[a-z]*"' "$out" | head -n 1) in
'"decision":"publish"') exit 0 ;;
'"decision":"hold"') exit 1 ;;
esac
exit 2
