package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What one reader wrote under an article. It is nobody's statement; its text lies in zones of the
 * role {@link ZoneRole#COMMENT}.
 *
 * @param span the comment's own words, its writer's name and the buttons around it not included
 * @param writer the name that the reader goes by
 * @param replyTo the name of the reader who is answered
 * @param time ISO 8601 where the markup tells, else as printed: {@code 2 hours ago}
 */
public record Comment(
    Span span, Optional<String> writer, Optional<String> replyTo, Optional<String> time) {
  public Comment {
    requireNonNull(span, "span");
    requireNonNull(writer, "writer");
    requireNonNull(replyTo, "replyTo");
    requireNonNull(time, "time");
  }
}
