/** Where places lie. The door is {@link org.stemma.place.Gazetteer}. */
package org.stemma.place;
