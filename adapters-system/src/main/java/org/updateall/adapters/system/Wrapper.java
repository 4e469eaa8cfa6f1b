package org.updateall.adapters.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shell around a command, and the private folder in which it tells what the command used.
 *
 * <p>The command's words are positional parameters of a script that never changes, so no shell
 * reads them. The shell lives on through the signals that its child is to get, waits for it, ends
 * as it ended (128 and the signal's number, too), and keeps quiet: its own remarks go nowhere. What
 * processes read and write is added by the kernel to whoever waited for them, hence it is read from
 * the shell's own entry before and after.
 */
final class Wrapper {

  private static final String SCRIPT =
      """
      update_all_report=$1 update_all_group=$2
      shift 2
      exec 3>&2 2>/dev/null
      trap : HUP INT QUIT TERM
      update_all_io() {
        while read -r update_all_line; do echo "$1 $update_all_line"; done </proc/$$/io
      }
      { if test -n "$update_all_group"; then echo 0 >"$update_all_group/cgroup.procs" && echo joined; fi
        update_all_io before; } >"$update_all_report"
      (exec "$@") 2>&3 3>&-
      update_all_code=$?
      { times; update_all_io after; echo ended; } >>"$update_all_report"
      exit $update_all_code
      """;

  private final Path folder;

  private Wrapper(Path folder) {
    this.folder = folder;
  }

  /** With a folder of its own that only this user may look into. */
  static Wrapper open() throws IOException {
    return new Wrapper(Files.createTempDirectory("update-all-metering-"));
  }

  /**
   * @param group a control group that the command is to join
   * @param ownSession whether the command is cut off from this process's terminal
   */
  List<String> around(
      Tools tools, Path program, List<String> arguments, @Nullable Path group, boolean ownSession) {
    List<String> words = new ArrayList<>();
    Path setsid = tools.setsid();
    if (ownSession && setsid != null) {
      words.add(setsid.toString());
    }
    Path time = tools.time();
    if (time != null) {
      words.addAll(List.of(time.toString(), "-q", "-f", "%M", "-o", memory().toString()));
    }
    words.addAll(List.of(tools.shell().toString(), "-c", SCRIPT, "update-all"));
    words.add(report().toString());
    words.add(group == null ? "" : group.toString());
    words.add(program.toString());
    words.addAll(arguments.subList(1, arguments.size()));
    return words;
  }

  /** What the shell and GNU time have told so far. */
  WrapperReport read() throws IOException {
    return WrapperReport.of(lines(report()), lines(memory()));
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private Path report() {
    return folder.resolve("report");
  }

  private Path memory() {
    return folder.resolve("memory");
  }

  void close() throws IOException {
    Files.deleteIfExists(report());
    Files.deleteIfExists(memory());
    Files.delete(folder);
  }
}
