package org.stemma.link;

import java.util.List;
import org.stemma.model.Kinship;
import org.stemma.model.Match;

/** What ties a newcomer to articles that were held before. */
public record Links(List<Match> matches, List<Kinship> kinships) {
  public Links {
    matches = List.copyOf(matches);
    kinships = List.copyOf(kinships);
  }
}
