/** The site: one class per page. Shows what the record holds and has no rule about quotations. */
package org.stemma.app.pages;
