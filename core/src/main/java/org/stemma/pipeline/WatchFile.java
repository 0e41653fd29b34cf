package org.stemma.pipeline;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stemma.read.Validators;

/**
 * The file in the desk's folder that remembers what is known of the feeds it follows. It is written
 * beside and put in place in one step: a process that is killed leaves the old file or the new one.
 */
final class WatchFile {
  static final String NAME = "watch.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  WatchFile(Path folder) {
    this.file = folder.resolve(NAME);
  }

  /**
   * What is known of a feed.
   *
   * @throws UncheckedIOException where the file cannot be read; the message is for people
   */
  FeedLog read(String feed) {
    JsonNode known = all().path(feed);
    List<String> done = new ArrayList<>();
    known.path("done").forEach(page -> done.add(page.asText()));
    Map<String, Integer> failed = new HashMap<>();
    known
        .path("failed")
        .properties()
        .forEach(page -> failed.put(page.getKey(), page.getValue().asInt()));
    return new FeedLog(
        new Validators(text(known, "etag"), text(known, "last_modified")), done, failed);
  }

  /**
   * Keeps what is known of a feed. What another process wrote of other feeds meanwhile stays.
   *
   * @throws UncheckedIOException where the file cannot be written; the message is for people
   */
  void write(String feed, FeedLog log) {
    ObjectNode all = all();
    ObjectNode known = entry(all, feed);
    known.remove(List.of("etag", "last_modified"));
    log.validators().etag().ifPresent(etag -> known.put("etag", etag));
    log.validators().lastModified().ifPresent(date -> known.put("last_modified", date));
    ArrayNode done = known.putArray("done");
    log.done().forEach(done::add);
    ObjectNode failed = known.putObject("failed");
    log.failed().forEach(failed::put);
    write(all);
  }

  private static ObjectNode entry(ObjectNode all, String place) {
    return all.path(place) instanceof ObjectNode known ? known : all.putObject(place);
  }

  /** Keeps what came of reading a feed or a folder, for those who look. */
  void write(Watch.Visit visit) {
    ObjectNode all = all();
    ObjectNode known = entry(all, visit.feed());
    known.put("looked", visit.at().toString());
    visit
        .trouble()
        .ifPresentOrElse(trouble -> known.put("trouble", trouble), () -> known.remove("trouble"));
    if (visit.added() > 0) {
      known.put("brought", visit.at().toString());
      known.put("added", visit.added());
    }
    write(all);
  }

  /** When the newest file of a folder was changed that was read; 0 where none was. */
  long newest(String folder) {
    return all().path(folder).path("newest").asLong();
  }

  void writeNewest(String folder, long milliseconds) {
    ObjectNode all = all();
    entry(all, folder).put("newest", milliseconds);
    write(all);
  }

  /** All that is followed, by its place. */
  List<Followed> followed() {
    List<Followed> followed = new ArrayList<>();
    all()
        .properties()
        .forEach(
            place ->
                followed.add(
                    new Followed(
                        place.getKey(),
                        instant(place.getValue(), "looked"),
                        text(place.getValue(), "trouble"),
                        instant(place.getValue(), "brought"),
                        place.getValue().path("added").asLong())));
    followed.sort(Comparator.comparing(Followed::place));
    return followed;
  }

  private static Optional<Instant> instant(JsonNode node, String field) {
    try {
      return text(node, field).map(Instant::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void write(ObjectNode all) {
    try {
      replace(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException(file + " cannot be written: " + e.getMessage(), e));
    }
  }

  private void replace(byte[] bytes) throws IOException {
    Path beside = file.resolveSibling(NAME + "." + ProcessHandle.current().pid() + ".new");
    try {
      try (FileChannel channel = FileChannel.open(beside, CREATE, TRUNCATE_EXISTING, WRITE)) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
          channel.write(left);
        }
        channel.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private ObjectNode all() {
    try {
      if (!Files.exists(file)) {
        return JSON.createObjectNode();
      }
      if (JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode all) {
        return all;
      }
      throw broken(Optional.empty());
    } catch (JsonProcessingException e) {
      throw broken(Optional.of(e));
    } catch (IOException e) {
      throw new UncheckedIOException(new IOException(file + " cannot be read", e));
    }
  }

  private UncheckedIOException broken(Optional<Exception> cause) {
    return new UncheckedIOException(
        new IOException(
            file + " is broken; without it all feeds are read anew", cause.orElse(null)));
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.ofNullable(node.get(field)).map(JsonNode::asText);
  }
}
