# Sourced by the scripts that compare our engines with what upstream did. Builds, then runs a class of the benchmarks.
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/find-jdk.sh"

# run_comparison CLASS PATH
run_comparison() {
  local path jdk
  path=$(readlink -f "$2")
  cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
  jdk=$(find_jdk_25) || { printf '%s: %s\n' "${0##*/}" "$jdk" >&2; exit 4; }
  mvn -q -B -pl benchmarks -am package -DskipTests >&2
  exec "$jdk/bin/java" --sun-misc-unsafe-memory-access=allow -cp 'benchmarks/target/classes:benchmarks/target/lib/*' \
    "io.openclustermanagement.benchmarks.$1" "$path"
}
