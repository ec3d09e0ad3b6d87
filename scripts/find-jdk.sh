# Sourced by ./ocm and ./dev: where a JDK 25 is.

# Whether $1 is the home of a JDK 25. Reads its release file, because starting it would cost 40 ms.
is_jdk_25() {
  [[ -x $1/bin/java && -x $1/bin/javac && -r $1/release ]] || return 1
  local line
  while IFS= read -r line; do
    [[ $line == 'JAVA_VERSION="25"' || $line == 'JAVA_VERSION="25.'* ]] && return
  done <"$1/release"
  return 1
}

# Prints the home of a JDK 25; without one, a message, and returns 1.
find_jdk_25() {
  local candidate java
  java=$(command -v java) && java=$(readlink -f "$java")
  for candidate in "${JAVA_HOME:-}" "${java%/bin/java}" /usr/lib/jvm/* /opt/java/* /opt/jdk* \
    "${SDKMAN_DIR:-${HOME:-}/.sdkman}"/candidates/java/* \
    "${HOME:-}"/.jdks/* "${HOME:-}"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
    if [[ -n $candidate ]] && is_jdk_25 "$candidate"; then
      printf '%s' "$candidate"
      return
    fi
  done
  printf '%s' "no JDK 25 found. Looked at JAVA_HOME, PATH, /usr/lib/jvm, SDKMAN and the usual places of macOS.
     Install one, for example from https://adoptium.net, or set JAVA_HOME to it."
  return 1
}
