/** The command line: one class a command. Knows no rule about quotes; it reads, asks and prints. */
package org.stemma.app.cli;
