package org.stemma.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a desk follows: feeds and folders that a {@link Watch} reads for it, and searches that are
 * kept in a small file in its folder. Thread-safe. All methods throw {@link UncheckedIOException}
 * where a file cannot be read or written; the message is for people.
 */
public final class Following {
  /** Longest search that is followed, in UTF-16 code units. */
  public static final int LONGEST = 300;

  /** In a desk's folder. */
  static final String FILE = "searches.json";

  private static final int MOST_SEARCHES = 100;

  /** Articles of one search that are remembered; what it finds beyond is nothing new. */
  private static final int MOST_FOUND = 1_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Desk desk;

  /** Where no folder is, searches are followed until the desk is closed. */
  private final Optional<Path> folder;

  private Map<String, Looked> inMemory = new LinkedHashMap<>();

  /**
   * @param ids what the search had found
   */
  private record Looked(Instant at, Set<String> ids) {}

  private Following(Desk desk) {
    this.desk = desk;
    this.folder = desk.folder();
  }

  /** What a desk follows. */
  public static Following of(Desk desk) {
    return new Following(desk);
  }

  /** The feeds and folders that a watch read for this desk, by their places. */
  public List<Followed> places() {
    return folder.map(place -> new WatchFile(place).followed()).orElse(List.of());
  }

  /** The searches, the oldest first, each with what is new since somebody looked. */
  public synchronized List<SavedSearch> searches() {
    List<SavedSearch> searches = new ArrayList<>();
    read()
        .forEach(
            (words, looked) ->
                searches.add(
                    new SavedSearch(
                        words,
                        looked.at(),
                        desk.search(words, MOST_FOUND).stream()
                            .filter(id -> !looked.ids().contains(id.value()))
                            .toList())));
    return searches;
  }

  /**
   * Follows a search from now on; of one that is followed, that somebody has looked.
   *
   * @throws IllegalArgumentException when it is empty or too long, or too many are followed; one
   *     sentence, for people
   */
  public synchronized void look(String words) {
    String wanted = words.strip();
    if (wanted.isEmpty() || wanted.length() > LONGEST) {
      throw new IllegalArgumentException(
          "A search that is followed has 1 to " + LONGEST + " characters.");
    }
    Map<String, Looked> all = read();
    if (!all.containsKey(wanted) && all.size() >= MOST_SEARCHES) {
      throw new IllegalArgumentException(
          "At most " + MOST_SEARCHES + " searches are followed; leave one first.");
    }
    Set<String> ids = new HashSet<>();
    desk.search(wanted, MOST_FOUND).forEach(id -> ids.add(id.value()));
    all.put(wanted, new Looked(Instant.now().truncatedTo(ChronoUnit.SECONDS), ids));
    write(all);
  }

  /** Follows a search no longer. */
  public synchronized void leave(String words) {
    Map<String, Looked> all = read();
    if (all.remove(words.strip()) != null) {
      write(all);
    }
  }

  private Map<String, Looked> read() {
    if (folder.isEmpty()) {
      return inMemory;
    }
    Path file = folder.get().resolve(FILE);
    Map<String, Looked> all = new LinkedHashMap<>();
    if (!Files.exists(file)) {
      return all;
    }
    try {
      for (JsonNode search : JSON.readTree(Files.readAllBytes(file))) {
        Set<String> ids = new HashSet<>();
        search.path("found").forEach(id -> ids.add(id.asText()));
        Instant at = Instant.parse(search.path("looked").asText());
        all.put(search.path("words").asText(), new Looked(at, ids));
      }
      return all;
    } catch (JsonProcessingException | DateTimeException e) {
      throw failed(file + " is broken; without it no search is followed", e);
    } catch (IOException e) {
      throw failed(file + " cannot be read", e);
    }
  }

  private void write(Map<String, Looked> all) {
    inMemory = all;
    if (folder.isEmpty()) {
      return;
    }
    ArrayNode searches = JSON.createArrayNode();
    all.forEach(
        (words, looked) -> {
          ObjectNode search = searches.addObject();
          search.put("words", words).put("looked", looked.at().toString());
          ArrayNode found = search.putArray("found");
          looked.ids().stream().sorted().forEach(found::add);
        });
    Path file = folder.get().resolve(FILE);
    Path beside = file.resolveSibling(FILE + "." + ProcessHandle.current().pid() + ".new");
    try {
      Files.write(beside, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(searches));
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failed(file + " cannot be written", e);
    }
  }

  private static UncheckedIOException failed(String sentence, Exception cause) {
    return new UncheckedIOException(new IOException(sentence, cause));
  }
}
