/** What the pages and the API ask of a desk. */
package org.stemma.app.desk;
