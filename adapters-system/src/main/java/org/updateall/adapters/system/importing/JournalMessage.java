package org.updateall.adapters.system.importing;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.vavr.control.Option;
import java.util.Arrays;
import java.util.Map;

/** What systemd says of a unit. The identities are those of systemd's sd-messages.h. */
enum JournalMessage {
  /** SD_MESSAGE_UNIT_STARTING: its work begins. */
  STARTING("7d4958e842da4a758f6c1cdc7b36dcc5"),
  /** SD_MESSAGE_UNIT_STARTED: of a unit of the kind "oneshot" that its work is done. */
  STARTED("39f53479d3a045ac8e11786248231fbf"),
  /** SD_MESSAGE_UNIT_FAILED: it could not do its work. */
  FAILED("be02cf6855d2428ba40df7e9d022f03d"),
  /** SD_MESSAGE_UNIT_FAILURE_RESULT: a process of it went wrong, and how. */
  FAILURE_RESULT("d9b373ed55a64feb8242e02dbe79a49c"),
  /** SD_MESSAGE_UNIT_SUCCESS: its processes are gone, and none went wrong. */
  DEACTIVATED("7ad2d189f7e94e70a38c781354912448"),
  /** SD_MESSAGE_UNIT_STOPPED: somebody, or a shutdown, stopped it. */
  STOPPED("9d1aaa27d60140bd96365438aad20286"),
  /** SD_MESSAGE_UNIT_RESOURCES: what all its processes used. */
  RESOURCES("ae8f7b866b0347b9af31fe1c80b127c0");

  private static final Map<String, JournalMessage> BY_ID =
      Arrays.stream(values()).collect(toUnmodifiableMap(JournalMessage::id, identity()));

  private final String id;

  JournalMessage(String id) {
    this.id = id;
  }

  /** The one of that identity; none for others. */
  static Option<JournalMessage> of(String id) {
    return Option.of(BY_ID.get(id));
  }

  String id() {
    return id;
  }
}
