/** The record as tools for assistants, over the Model Context Protocol. It only reads. */
package org.stemma.app.mcp;
