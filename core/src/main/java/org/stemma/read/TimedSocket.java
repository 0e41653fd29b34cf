package org.stemma.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.stemma.model.Outcome;

/**
 * A connection that ends by itself: when no byte comes, when the whole takes too long, when too
 * much comes. The limits hold below TLS, so that a record sent byte by byte does not outwit them. A
 * proxy that the machine is set to use is passed by: it would choose the address, not we.
 */
final class TimedSocket extends Socket {
  private final FetchLimits limits;
  private final long ends;
  private Optional<InputStream> timed = Optional.empty();
  private Optional<Unfetched> verdict = Optional.empty();
  private long allowed;
  private Unfetched beyond;

  /**
   * @param left of the time that the whole may take
   */
  TimedSocket(FetchLimits limits, Duration left) {
    super(Proxy.NO_PROXY);
    this.limits = limits;
    this.ends = System.nanoTime() + left.toNanos();
    this.allowed = limits.headBytes();
    this.beyond = new Unfetched(Outcome.Kind.TOO_LARGE, "sends an endless head");
  }

  /** The head has been read; from now on the body comes. */
  void expectBody() {
    // Packed or not, with the marks of its chunks, a body is not twice as large on the way.
    allowed = 2L * limits.bodyBytes() + limits.headBytes();
    beyond =
        new Unfetched(Outcome.Kind.TOO_LARGE, "larger than " + Limits.words(limits.bodyBytes()));
  }

  /** Why this socket ended the connection; empty where it did not. */
  Optional<Unfetched> verdict() {
    return verdict;
  }

  /** Milliseconds left, at most as many as given. */
  int millisLeft(Duration atMost) {
    long left = Duration.ofNanos(ends - System.nanoTime()).toMillis();
    return (int) Math.max(0, Math.min(left, atMost.toMillis()));
  }

  @Override
  public synchronized InputStream getInputStream() throws IOException {
    if (timed.isEmpty()) {
      timed = Optional.of(new Timed(super.getInputStream()));
    }
    return timed.get();
  }

  private IOException ended(Unfetched why) {
    verdict = Optional.of(why);
    return why;
  }

  private final class Timed extends FilterInputStream {
    Timed(InputStream bytes) {
      super(bytes);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int left = millisLeft(limits.idle());
      if (left == 0) {
        throw ended(tooSlow(limits));
      }
      setSoTimeout(left);
      try {
        int read = super.read(into, from, length);
        allowed -= Math.max(0, read);
        if (allowed < 0) {
          throw ended(beyond);
        }
        return read;
      } catch (SocketTimeoutException e) {
        throw millisLeft(limits.idle()) == 0
            ? ended(tooSlow(limits))
            : ended(new Unfetched("no answer within " + FetchLimits.words(limits.idle())));
      }
    }
  }

  static Unfetched tooSlow(FetchLimits limits) {
    return new Unfetched("not read to its end within " + FetchLimits.words(limits.total()));
  }
}
