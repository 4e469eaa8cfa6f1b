/**
 * What several quantities come to together that are not independent of one another: how their past
 * deviations went along with each other, joint draws from that and from what is believed of each of
 * them, and what a schedule makes of the draws. Plain numbers alone: no plugin, no clock, no
 * database.
 *
 * <p>Nelsen, "An Introduction to Copulas", 2nd edition, 2006; Iman and Conover 1982, Commun. Stat.
 * Simul. Comput. 11(3) (draws with given margins and correlations); McKay, Beckman and Conover
 * 1979, Technometrics 21(2) (Latin hypercube); Graham 1969, SIAM J. Appl. Math. 17(2) (list
 * schedules).
 */
@NullMarked
package org.updateall.modeling.joint;

import org.jspecify.annotations.NullMarked;
