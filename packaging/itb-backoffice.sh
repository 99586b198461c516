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

# The quick compiler alone: the slow one takes more from the start than it gives back (1,500 checks in a row end sooner
# without it, too). A command, soon over, also takes the small collector. Window and commands each have an ahead-of-time
# cache, made by packaging/aot through this very script, without the profiles that only the slow compiler would read.
case ${1:-} in
  '' | demo) kind=window collector=-XX:+UseG1GC ;;
  *) kind=command collector=-XX:+UseSerialGC ;;
esac
if [ -n "${ITB_AOT_OUTPUT:-}" ]; then
  aot="-XX:AOTCacheOutput=$ITB_AOT_OUTPUT"
  set -- -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining itb.backoffice.App "$@"
elif [ -r "$app/lib/$kind.aot" ]; then
  aot="-XX:AOTCache=$app/lib/$kind.aot"
  set -- itb.backoffice.App "$@"
else
  aot=-XX:AOTMode=off
  set -- itb.backoffice.App "$@"
fi

if [ -d "$app/lib/native" ]; then
  set -- "-Dorg.sqlite.lib.path=$app/lib/native" "$@"
fi

# A page of a download, a few megabytes, should be nothing special to the window's collector: hence its large regions.
# The virtual machine's own remarks (a cache that does not fit, say) must not mix with what a command prints.
exec "$JDK/bin/java" "$aot" -XX:TieredStopAtLevel=1 "$collector" -XX:G1HeapRegionSize=8m -Xmx1g -Xlog:disable -Xlog:all=error:stderr \
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
  -cp "$app/lib/itb-backoffice.jar" "$@"
