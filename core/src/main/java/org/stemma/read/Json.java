package org.stemma.read;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;

/** JSON as strangers write it: texts as long as the bytes allow, and no nesting without end. */
final class Json {
  /** No field of an article or of a feed nests more than five deep. */
  static final int DEPTH = 100;

  private Json() {}

  /** Makes parsers of what nests no deeper than this. */
  static JsonFactoryBuilder parsers(int depth) {
    return new JsonFactoryBuilder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(depth)
                .maxStringLength(Integer.MAX_VALUE)
                .build());
  }
}
