package org.updateall.adapters.report.page;

/** A part of the page with a heading, to which the navigation leads. */
interface Section {

  /** Letters and hyphens, unlike that of any other section. */
  String id();

  String heading();

  /** Writes what stands below the heading. */
  void write(Html html);
}
