package org.updateall.domain.forecast;

/**
 * A kept model cannot be used any more: its format is newer, older than what is still read, or
 * damaged. Training anew mends it.
 *
 * @param reason in words for a user
 */
public record ModelUnreadable(String reason) {}
