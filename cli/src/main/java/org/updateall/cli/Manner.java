package org.updateall.cli;

/**
 * How a command is to speak.
 *
 * @param json as one JSON object instead of tables
 * @param color with escape codes
 * @param quiet without progress and remarks
 * @param verbose with every detail
 */
record Manner(boolean json, boolean color, boolean quiet, boolean verbose) {}
