package org.stemma.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The server that has a desk open: a small file in the desk's folder tells where it is and how it
 * is called. The file outlives a server that was killed, so whoever reads it asks.
 */
final class Running {
  private static final String FILE = "serving.txt";

  /** Only ever this machine: the file could name anything. */
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d{1,5}/");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{8,64}");

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final int LONGEST = 10_000;

  private Running() {}

  /** Where a desk is served already; empty where it is not. */
  static Optional<URI> at(Path folder) {
    try {
      Path file = folder.resolve(FILE);
      if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
        return Optional.empty();
      }
      List<String> lines = Files.readAllLines(file, UTF_8);
      return lines.size() == 3
              && lines.get(2).equals(own(folder))
              && ADDRESS.matcher(lines.get(0)).matches()
              && NAME.matcher(lines.get(1)).matches()
              && answers(URI.create(lines.get(0)), lines.get(1))
          ? Optional.of(URI.create(lines.get(0)))
          : Optional.empty();
    } catch (IOException e) {
      // A file that cannot be read tells of no server.
      return Optional.empty();
    }
  }

  /** A copy of a desk has the file of the other, which is served elsewhere. */
  private static String own(Path folder) {
    return folder.toAbsolutePath().normalize().toString();
  }

  private static boolean answers(URI address, String name) throws IOException {
    HttpRequest question =
        HttpRequest.newBuilder(address.resolve("/running/" + name)).timeout(PATIENCE).build();
    try {
      return HttpClient.newBuilder()
              .connectTimeout(PATIENCE)
              .build()
              .send(question, BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Tells where a desk is served now; one that cannot be told of is served all the same. */
  static void tell(Path folder, URI address, String name) {
    Path beside = folder.resolve(FILE + "." + ProcessHandle.current().pid() + ".new");
    try {
      Files.writeString(beside, address + "\n" + name + "\n" + own(folder) + "\n");
      Files.move(beside, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      forget(beside);
    }
  }

  /** Takes the file away, unless another server has written its own meanwhile. */
  static void end(Path folder, String name) {
    Path file = folder.resolve(FILE);
    try {
      if (Files.readAllLines(file, UTF_8).contains(name)) {
        Files.delete(file);
      }
    } catch (IOException e) {
      // Whoever reads it asks, and gets no answer.
      return;
    }
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It is in nobody's way.
      return;
    }
  }
}
