/**
 * Charts as SVG. They know figures and their units, and nothing of the page around them; how they
 * look is said by classes, whose colours the page or the picture gives.
 */
@NullMarked
package org.updateall.adapters.report.chart;

import org.jspecify.annotations.NullMarked;
