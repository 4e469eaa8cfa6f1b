package org.updateall.domain.forecast;

/**
 * A text is no {@link ErrorReference}, or one of another version.
 *
 * @param reason in words for a user
 */
public record ReferenceUnreadable(String reason) {}
