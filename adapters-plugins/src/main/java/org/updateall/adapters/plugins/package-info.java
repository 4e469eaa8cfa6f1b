/**
 * Finds the plugins of a machine and speaks with them: those that are shipped as resources, those
 * that the user declares in {@code config.yaml} (both are a {@code Declaration}, read by a {@code
 * DeclarationReader}), and executables that speak the external plugin protocol. Here stands what is
 * known of the ways in which package managers print what they would do and have done; what is made
 * of the figures stands elsewhere.
 */
@NullMarked
package org.updateall.adapters.plugins;

import org.jspecify.annotations.NullMarked;
