# shellcheck shell=bash
# Shared by the checks of this folder; sourced by bash.

fail() {
  printf 'FAILED: %s\n' "$*" >&2
  exit 1
}

# The tree as a fresh clone would have it, changes that are not committed yet included, in folder $1.
copy_of_the_sources() {
  mkdir -p "$1"
  git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do
    if [ -e "$file" ]; then
      mkdir -p "$1/$(dirname "$file")"
      cp -P "$file" "$1/$file"
    fi
  done
}

# Prints the home of a JDK 25, or nothing.
find_jdk_25() {
  local candidate
  for candidate in "${JAVA25_HOME:-}" "${JAVA_HOME_25_X64:-}" /usr/lib/jvm/*25* /opt/*25* \
    /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do
    if [ -x "$candidate/bin/javac" ] && grep -q '^JAVA_VERSION="25' "$candidate/release" 2>/dev/null; then
      printf '%s\n' "$candidate"
      return
    fi
  done
}
