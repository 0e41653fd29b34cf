/**
 * The JSON doors under {@code /api/v1}. Positions are UTF-16 code units, as JavaScript counts; the
 * command line counts characters.
 */
package org.stemma.app.api;
