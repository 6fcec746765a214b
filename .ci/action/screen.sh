#!/usr/bin/env bash
# What the action runs: annotations on standard output, a job summary, and the
# report in JSON and SARIF. The exit status is that of the verdict.
set -euo pipefail

out="${RUNNER_TEMP:?}/bidgate"
mkdir -p "$out"
if [ -z "${BIDGATE:-}" ]; then
  BIDGATE="$out/program"
  (cd "${GITHUB_ACTION_PATH:?}/../.." && go build -trimpath -o "$BIDGATE" ./cmd/bidgate)
fi

arguments=("$BIDGATE_BUNDLE" --profile "$BIDGATE_PROFILE")
[ -z "${BIDGATE_AS_OF:-}" ] || arguments+=(--as-of "$BIDGATE_AS_OF")
[ -z "${BIDGATE_BASELINE:-}" ] || arguments+=(--baseline "$BIDGATE_BASELINE")
[ -z "${BIDGATE_FAIL_ON:-}" ] || arguments+=(--fail-on "$BIDGATE_FAIL_ON")
while IFS= read -r line; do
  [ -z "$line" ] || arguments+=("$line")
done <<< "${BIDGATE_ARGUMENTS:-}"

status=0
"$BIDGATE" screen "${arguments[@]}" -f github -f "json=$out/report.json" -f "sarif=$out/report.sarif" -f "markdown=$out/report.md" || status=$?
if [ "$status" -ne 2 ]; then
  cat "$out/report.md" >> "${GITHUB_STEP_SUMMARY:?}"
  {
    sed -n 's/^  "verdict": "\([a-z_]*\)",$/verdict=\1/p' "$out/report.json"
    echo "report=$out/report.json"
    echo "sarif=$out/report.sarif"
  } >> "${GITHUB_OUTPUT:?}"
fi
exit "$status"
