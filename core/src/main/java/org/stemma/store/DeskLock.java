package org.stemma.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The writer's place at a desk. The operating system gives it back when the process ends, however
 * it ends, so that a killed Stemma never leaves a desk locked.
 */
final class DeskLock implements AutoCloseable {
  private static final String FILE = "desk.lock";
  private static final int PAUSE_MILLIS = 50;

  private final FileChannel channel;

  private DeskLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Empty when another process, or another store of this one, has it all the time.
   *
   * @throws StoreException when the folder cannot be written
   */
  static Optional<DeskLock> await(Path folder, int patienceMillis) {
    try {
      Optional<DeskLock> lock = take(folder);
      for (int waited = 0; lock.isEmpty() && waited < patienceMillis; waited += PAUSE_MILLIS) {
        Thread.sleep(PAUSE_MILLIS);
        lock = take(folder);
      }
      return lock;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (IOException e) {
      throw Failure.of(folder, e);
    }
  }

  @SuppressWarnings("resource") // the lock lives as long as its channel, which close() ends
  private static Optional<DeskLock> take(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      // The same answer as for another process.
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    return lock == null ? Optional.empty() : Optional.of(new DeskLock(channel));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException leftToTheSystem) {
      // The system gives the place back with the process.
    }
  }
}
