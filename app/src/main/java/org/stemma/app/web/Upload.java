package org.stemma.app.web;

import static java.util.Objects.requireNonNull;

/**
 * A file that came with a form.
 *
 * @param name as the browser gives it: a label, never to be used as a path
 * @param content not copied; nobody writes to it afterwards
 */
public record Upload(String name, byte[] content) {
  public Upload {
    requireNonNull(name, "name");
    requireNonNull(content, "content");
  }
}
