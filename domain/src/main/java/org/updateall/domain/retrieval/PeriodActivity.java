package org.updateall.domain.retrieval;

/**
 * What a period's runs and executions came to together.
 *
 * @param period which period
 * @param activity of the runs that began in it, and of the executions that did
 */
public record PeriodActivity(Period period, Activity activity) {}
