/**
 * Running a command and measuring what it uses. What came of it in the history stands in {@code
 * history}; here stands how a figure was had, or why it was not.
 */
@NullMarked
package org.updateall.domain.metering;

import org.jspecify.annotations.NullMarked;
