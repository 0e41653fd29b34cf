/**
 * The JSON doors under {@code /api/v1}. Positions are UTF-16 code units, as JavaScript counts;
 * names of fields are those of {@code stemma read} and {@code stemma extract}.
 */
package org.stemma.app.api;
