/** The conductor: the one package that names all the rooms. Threads and progress live here. */
package org.stemma.pipeline;
