/**
 * The record as JSON: one writer for the command line, the API, the exports and the tool server.
 */
package org.stemma.app.json;
