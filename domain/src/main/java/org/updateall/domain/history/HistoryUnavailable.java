package org.updateall.domain.history;

/**
 * The store cannot be used: it is damaged, locked, full, of a foreign or newer format, or out of
 * reach. The message names the store and the remedy, and is fit to be shown to a user.
 */
public final class HistoryUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public HistoryUnavailable(String message) {
    super(message);
  }

  public HistoryUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
