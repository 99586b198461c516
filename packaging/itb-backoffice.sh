#!/bin/sh
# Starts ITB Backoffice: the window without arguments, a command with them (--help names them all).
set -eu

# The program's own folder, also where this script is called through a link.
self=$0
while [ -h "$self" ]; do
  target=$(readlink "$self")
  case $target in
    /*) self=$target ;;
    *) self=$(dirname "$self")/$target ;;
  esac
done
app=$(cd "${self%/*}/.." && pwd -P)

if [ -x "$app/runtime/bin/java" ]; then
  JDK=$app/runtime
else
  . "$app/lib/find-jdk.sh"
  find_jdk || {
    echo "$NO_JDK" >&2
    exit 2
  }
fi

# A command is over in seconds: the quick compiler and the small collector serve it best. The window and the demo server
# live for a day. Each kind has its own ahead-of-time cache, made by packaging/aot through this very script.
case ${1:-} in
  '' | demo) kind=window quick= ;;
  *) kind=command quick='-XX:+UseSerialGC -XX:TieredStopAtLevel=1' ;;
esac
if [ -n "${ITB_AOT_OUTPUT:-}" ]; then
  aot=-XX:AOTCacheOutput=$ITB_AOT_OUTPUT
elif [ -r "$app/lib/$kind.aot" ]; then
  aot=-XX:AOTCache=$app/lib/$kind.aot
else
  aot=-XX:AOTMode=off
fi

# The virtual machine's own remarks (a cache that does not fit, say) must not mix with what a command prints.
# shellcheck disable=SC2086 # the quick options are words of their own
exec "$JDK/bin/java" "$aot" $quick -Xmx1g -Xlog:disable -Xlog:all=error:stderr \
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
  -cp "$app/lib/itb-backoffice.jar" itb.backoffice.App "$@"
