/**
 * What was foretold of runs before they began, what came true of it, and how well that went: the
 * ledger of predictions, the port to whatever keeps it, and the figures by which its entries are
 * judged. How a prediction is made is not known here.
 */
@NullMarked
package org.updateall.domain.ledger;

import org.jspecify.annotations.NullMarked;
