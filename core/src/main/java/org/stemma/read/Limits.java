package org.stemma.read;

/**
 * How much is read at most, so that no input, however made, exhausts memory or time.
 *
 * @param pageBytes size of one page of text or HTML. News pages are seldom above 2 MB
 * @param lineBytes size of one line of JSON Lines; a line is held in memory whole
 * @param archiveBytes unpacked size of one archive, all entries together
 * @param archiveRatio unpacked bytes for one packed byte. Text packs 3 to 20 times, bombs 1000
 *     times
 * @param folderDepth folders inside folders
 */
record Limits(int pageBytes, int lineBytes, long archiveBytes, int archiveRatio, int folderDepth) {
  static final Limits DEFAULT = new Limits(10 << 20, 50 << 20, 200L << 30, 200, 64);

  /** Entries of one feed. Feeds have some 10 to 1,000. */
  static final int FEED_ENTRIES = 20_000;

  private static final long MEGABYTE = 1 << 20;

  Limits {
    if (pageBytes < 1 || lineBytes < 1 || archiveBytes < 1 || archiveRatio < 1 || folderDepth < 1) {
      throw new IllegalArgumentException("each limit must be at least 1");
    }
  }

  /** A size for people: "10 MB". */
  static String words(long bytes) {
    return bytes < MEGABYTE ? bytes + " bytes" : bytes / MEGABYTE + " MB";
  }
}
