/**
 * The HTTP door that pages and API share: what comes in, what goes out, and who is let in. Knows
 * nothing of news.
 */
package org.stemma.app.web;
