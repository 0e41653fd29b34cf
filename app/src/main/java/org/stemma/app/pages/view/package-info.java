/**
 * What each page shows: pure functions from the records of the model to records that the templates
 * write out. Public because the templates live in a package of their own; for no other reader.
 */
package org.stemma.app.pages.view;
