package org.stemma.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Works on many things at once and hands the results on in the order in which the things came.
 * Bounded memory.
 */
final class Conveyor {
  /**
   * Things under way per thread: enough that no thread waits for a slow neighbour, few enough to
   * bound memory.
   */
  private static final int AHEAD = 4;

  private Conveyor() {}

  /**
   * Takes things until there are no more. {@code in} and {@code out} are called by the calling
   * thread alone, {@code work} by several.
   *
   * @throws RuntimeException whatever {@code in}, {@code work} or {@code out} throws; the rest is
   *     then not worked on
   */
  static <A, B> void run(Iterator<A> in, Function<A, B> work, Consumer<B> out) {
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService workers = Executors.newFixedThreadPool(threads, Conveyor::worker);
    try {
      Deque<Future<B>> underWay = new ArrayDeque<>();
      while (in.hasNext()) {
        A next = in.next();
        underWay.add(workers.submit(() -> work.apply(next)));
        if (underWay.size() >= threads * AHEAD) {
          out.accept(result(underWay.remove()));
        }
      }
      while (!underWay.isEmpty()) {
        out.accept(result(underWay.remove()));
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "stemma-worker");
    thread.setDaemon(true);
    return thread;
  }

  private static <B> B result(Future<B> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading pages", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
