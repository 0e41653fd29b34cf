/** Pictures made of a few kinds of marks, as SVG and as PNG. They know nothing of statements. */
package org.stemma.app.picture;
