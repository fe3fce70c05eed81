#!/usr/bin/env bash
# Step of action.yml: checks the site at SITE, what changed since BASE or all of it; annotations go to standard output.
# Outputs: status, reports (a folder), and the reports that are in it: summary, suggestions, findings, sarif.
set -euo pipefail

# Annotations want paths from the root of the repository.
root=$(git -C "$SITE" rev-parse --show-toplevel)
folder=$(realpath --relative-to="$root" "$SITE")
cd "$root"

reports=$(mktemp -d "$RUNNER_TEMP/herald-XXXXXX")
options=(--format=github "--also=markdown=$reports/summary.md" "--also=suggestions=$reports/suggestions.json"
    "--also=gitlab=$reports/findings.json" "--also=sarif=$reports/herald.sarif")
if [ -n "$BASE" ]; then options+=("--diff=$BASE...HEAD"); fi
if [ -n "$FAIL_ON" ]; then options+=("--fail-on=$FAIL_ON"); fi
while IFS= read -r report; do
    if [ -n "$report" ]; then options+=("--also=$report"); fi
done <<<"$ALSO"

status=0
herald -C "$folder" check "${options[@]}" || status=$?

if [ -f "$reports/summary.md" ]; then cat "$reports/summary.md" >>"$GITHUB_STEP_SUMMARY"; fi
{
    echo "status=$status"
    echo "reports=$reports"
    for report in summary=summary.md suggestions=suggestions.json findings=findings.json sarif=herald.sarif; do
        file=$reports/${report#*=}
        if [ -f "$file" ]; then echo "${report%%=*}=$file"; fi
    done
} >>"$GITHUB_OUTPUT"
exit $status
