package org.stemma.app.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pages of the sample desk, which lie in the jar. */
final class SamplePages {
  private static final String RESOURCE = "/examples/desk";

  private SamplePages() {}

  /** Writes them into a new folder and tells it. */
  static Path copyTo(Path folder) throws IOException {
    URL resource = SamplePages.class.getResource(RESOURCE);
    if (resource == null) {
      throw CommandFailed.failed("This build of Stemma holds no sample desk; build it again.");
    }
    URI place = uri(resource);
    if (!place.getScheme().equals("jar")) {
      copy(Path.of(place), folder);
      return folder;
    }
    try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
      copy(jar.getPath(RESOURCE), folder);
    }
    return folder;
  }

  private static URI uri(URL resource) throws IOException {
    try {
      return resource.toURI();
    } catch (URISyntaxException e) {
      throw new IOException("the sample desk cannot be found at " + resource, e);
    }
  }

  private static void copy(Path from, Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> pages = Files.list(from)) {
      for (Path page : pages.sorted().toList()) {
        // As a string: the two may lie in different file systems.
        Files.copy(page, folder.resolve(page.getFileName().toString()));
      }
    }
  }

  /** Takes a scratch folder away; what cannot be deleted stays for the system to sweep. */
  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // It lies in the system's folder for temporary files.
    }
  }
}
