package org.updateall.cli;

/**
 * Something that is missing on this machine, and what to do about it.
 *
 * @param area what it belongs to
 * @param what what is missing
 * @param remedy what somebody can do
 * @param broken whether something does not work because of it
 */
record Lack(String area, String what, String remedy, boolean broken) {

  static Lack broken(String area, String what, String remedy) {
    return new Lack(area, what, remedy, true);
  }

  static Lack absent(String area, String what, String remedy) {
    return new Lack(area, what, remedy, false);
  }
}
