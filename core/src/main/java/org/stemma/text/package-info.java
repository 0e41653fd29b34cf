/**
 * Tools that look at text and never change it: positions found here are positions in the source.
 * Used by every room.
 */
package org.stemma.text;
