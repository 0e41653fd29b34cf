package org.stemma.pipeline;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of a folder that came or changed since it was last read; hidden ones are passed over.
 *
 * @param files at most {@link #MOST}, by name; the others come with the next round
 * @param newest when the newest of them was changed, in milliseconds since 1970
 */
record FolderNews(List<String> files, long newest) {
  /** Files of one round. */
  static final int MOST = 10_000;

  FolderNews {
    files = List.copyOf(files);
  }

  private record Changed(Path file, long at) {}

  /**
   * @param newest as the last round told; a file of that very moment is read again, which costs
   *     little and misses nothing
   */
  static FolderNews since(long newest, Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    List<Changed> changed = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
            return isHidden(inner) && !inner.equals(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            long at = attributes.lastModifiedTime().toMillis();
            if (attributes.isRegularFile() && !isHidden(file) && at >= newest) {
              changed.add(new Changed(file, at));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
    // The oldest first, so that what is left for the next round is newer than what was read.
    changed.sort(
        java.util.Comparator.comparingLong(Changed::at)
            .thenComparing(one -> one.file().toString()));
    List<Changed> now = changed.subList(0, Math.min(MOST, changed.size()));
    return new FolderNews(
        now.stream().map(one -> one.file().toString()).toList(),
        now.isEmpty() ? newest : now.get(now.size() - 1).at());
  }

  private static boolean isHidden(Path file) {
    return file.getFileName() != null && file.getFileName().toString().startsWith(".");
  }
}
