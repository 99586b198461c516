# shellcheck shell=sh disable=SC2034
# Sourced by the launcher and by the build's scripts (POSIX sh): where a JDK, or a runtime, of Java 25 lies.

# Whether the folder $1 holds Java 25 or newer. Its "release" file tells without starting it.
is_java_25() {
  [ -x "$1/bin/java" ] || return 1
  if [ -r "$1/release" ]; then
    while IFS= read -r line; do
      case $line in
        JAVA_VERSION=*)
          major=${line#JAVA_VERSION=\"}
          major=${major%%[!0-9]*}
          [ "${major:-0}" -ge 25 ]
          return
          ;;
      esac
    done <"$1/release"
  fi
  "$1/bin/java" -version 2>&1 | grep -Eq 'version "(2[5-9]|[3-9][0-9])'
}

# Sets JDK to the first folder that holds Java 25; with "javac" as $1 only a whole JDK will do.
find_jdk() {
  JDK=
  for home in "${ITB_JAVA_HOME:-}" "${JAVA_HOME:-}" "${JDK_HOME:-}" "${JAVA25_HOME:-}" \
    /usr/lib/jvm/*25* /usr/lib/jvm/* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* /opt/*jdk* /opt/*java* \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$home" ] && is_java_25 "$home" && { [ "${1:-}" != javac ] || [ -x "$home/bin/javac" ]; }; then
      JDK=$home
      return 0
    fi
  done
  # What is on the path may be anywhere.
  if command -v java >/dev/null 2>&1; then
    home=$(dirname "$(dirname "$(readlink -f "$(command -v java)" 2>/dev/null || command -v java)")")
    if is_java_25 "$home" && { [ "${1:-}" != javac ] || [ -x "$home/bin/javac" ]; }; then
      JDK=$home
      return 0
    fi
  fi
  return 1
}

NO_JDK="ITB Backoffice needs a JDK 25: install one (https://adoptium.net has it for every system) or set ITB_JAVA_HOME to the folder where it lies."
