/**
 * A report as one HTML page: what stands where and in which words, its style and its scripts. How
 * charts are drawn belongs to {@code chart}. No text gets into a page but through {@link
 * org.updateall.adapters.report.page.Html}, and no figure into a script but through {@link
 * org.updateall.adapters.report.page.ScriptJson}.
 */
@NullMarked
package org.updateall.adapters.report.page;

import org.jspecify.annotations.NullMarked;
