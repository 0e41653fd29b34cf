/**
 * What can be exported, as what, and with which filter: for the command line and the pages alike.
 */
package org.stemma.app.export;
