package org.stemma.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The pages of a folder of {@code ID.html.gz}. */
final class PackedPages {
  static final String ENDING = ".html.gz";

  private PackedPages() {}

  /** By name. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> pages = files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList();
      if (pages.isEmpty()) {
        throw new IllegalArgumentException("no " + ENDING + " in \"" + folder + "\"");
      }
      return pages;
    }
  }

  static byte[] unpacked(Path file) throws IOException {
    try (InputStream bytes = new GZIPInputStream(Files.newInputStream(file))) {
      return bytes.readAllBytes();
    }
  }

  /** All of them, unpacked into memory. */
  static List<byte[]> all(Path folder) throws IOException {
    List<byte[]> pages = new ArrayList<>();
    for (Path file : files(folder)) {
      pages.add(unpacked(file));
    }
    return pages;
  }
}
