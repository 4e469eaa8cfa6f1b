/**
 * What the use cases share. Each use case stands in a package of its own, named for what the user
 * wants; it is one final class with one public method, and sees the domain alone.
 */
@NullMarked
package org.updateall.application;

import org.jspecify.annotations.NullMarked;
