# shellcheck shell=bash
# Sourced by packaging/run, packaging/test and packaging/deb (bash): what the machine must have before anything is
# built. What is missing is installed where that is root's to do on Debian, and named in one sentence elsewhere.

say() {
  echo "ITB Backoffice: $*" >&2
}

can_install() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null
}

apt_install() { # PACKAGE...: quietly; the lists are fetched only if the first try knows too little
  export DEBIAN_FRONTEND=noninteractive
  say "installing $*"
  apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1 ||
    { apt-get update -qq >/dev/null 2>&1 && apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1; }
}

need_jdk() { # leaves JAVA_HOME on a JDK 25
  if ! find_jdk javac && can_install; then
    apt_install openjdk-25-jdk-headless || apt_install temurin-25-jdk || true
    find_jdk javac || true
  fi
  if [ -z "$JDK" ]; then
    echo "$NO_JDK" >&2
    exit 2
  fi
  export JAVA_HOME=$JDK
  # Maven's own libraries make a new JDK warn; nobody here can do anything about that.
  export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
}

need_maven() {
  command -v mvn >/dev/null && return
  if can_install; then
    apt_install maven || true
  fi
  if ! command -v mvn >/dev/null; then
    say "Maven is missing: install it (package maven, or https://maven.apache.org), then try again."
    exit 2
  fi
}

need_window_libraries() { # what JavaFX loads on Linux; a desktop has them, a bare machine does not
  [ "$(uname -s)" = Linux ] || return 0
  local missing=() libraries
  libraries=$(ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null || true)
  [ -n "$libraries" ] || return 0
  local library package
  while read -r library package; do
    case $libraries in
      *"$library"*) ;;
      *) missing+=("$package") ;;
    esac
  done <<'LIBRARIES'
libgtk-3.so.0 libgtk-3-0
libXtst.so.6 libxtst6
libXxf86vm.so.1 libxxf86vm1
libGL.so.1 libgl1
libfontconfig.so.1 libfontconfig1
LIBRARIES
  # A program without a single font cannot draw a letter.
  if ! { command -v fc-list >/dev/null && fc-list | grep -q .; }; then
    missing+=(fontconfig fonts-dejavu-core)
  fi
  [ "${#missing[@]}" -gt 0 ] || return 0
  if can_install && apt_install "${missing[@]}"; then
    return 0
  fi
  say "the window needs these packages, under the names that Debian gives them: ${missing[*]}"
  return 1
}

has_display() {
  case $(uname -s) in
    Linux) ;;
    *) return 0 ;;
  esac
  # JavaFX speaks X11, on Wayland through its X server.
  [ -n "${DISPLAY:-}" ] || return 1
  if command -v xdpyinfo >/dev/null; then
    xdpyinfo >/dev/null 2>&1
    return
  fi
  # Without xdpyinfo the server's socket has to do; a display on another host is taken on trust.
  case $DISPLAY in
    :*)
      local number=${DISPLAY#:}
      [ -S "/tmp/.X11-unix/X${number%%.*}" ]
      ;;
    *) return 0 ;;
  esac
}

build_where_stale() { # ROOT: fills ROOT/target/app where it is missing or older than what it is made from
  local root=$1 built=$1/target/app/lib/itb-backoffice.jar
  if [ -x "$root/target/app/bin/itb-backoffice" ] && [ -e "$built" ] &&
    [ -z "$(find "$root/src/main" "$root/packaging" "$root/pom.xml" -newer "$built" -type f -print -quit)" ]; then
    return
  fi
  need_maven
  say "building, which takes a minute or two the first time"
  (cd "$root" && mvn -q package -DskipTests) >&2
}
