# $1: where to write what was used, $2: a cgroup to enter or nothing, then the command.
# "exec" in a subshell: the words are a program and its arguments, never a builtin, never parsed.
# The traps keep this shell alive until it has told; the command starts without them.
_update_all_place=$1
_update_all_cgroup=$2
shift 2
exec 3>&2 2>/dev/null
trap : TERM INT HUP QUIT
if [ -n "$_update_all_cgroup" ] && echo 0 >"$_update_all_cgroup/cgroup.procs"; then
  : >"$_update_all_place/entered"
fi
(exec 2>&3 3>&-; exec "$@")
_update_all_code=$?
if [ -r "/proc/$$/io" ]; then
  while IFS= read -r _update_all_line; do
    echo "$_update_all_line"
  done <"/proc/$$/io" >"$_update_all_place/io"
fi
times >"$_update_all_place/times"
exit "$_update_all_code"
