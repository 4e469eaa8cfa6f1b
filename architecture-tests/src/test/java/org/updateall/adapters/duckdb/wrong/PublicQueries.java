package org.updateall.adapters.duckdb.wrong;


/** Breaks a rule on purpose. */
public final class PublicQueries {}
