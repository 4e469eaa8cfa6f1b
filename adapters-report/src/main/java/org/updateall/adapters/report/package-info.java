/**
 * Pages and pictures of what a report holds. How charts are drawn is in {@code chart}; what a page
 * is made of in {@code page}. Everything that plugins, hosts and messages say is shown as text.
 */
@NullMarked
package org.updateall.adapters.report;

import org.jspecify.annotations.NullMarked;
