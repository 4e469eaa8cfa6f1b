/**
 * How what is kept as JSON becomes records again. What is in them is the other packages' matter.
 */
@NullMarked
package org.updateall.modeling.document;

import org.jspecify.annotations.NullMarked;
