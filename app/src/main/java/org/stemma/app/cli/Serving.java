package org.stemma.app.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.stemma.app.pages.Site;
import org.stemma.app.pages.SiteSettings;
import org.stemma.pipeline.Desk;

/** The pages of a desk, until the user ends it with Ctrl-C. */
final class Serving {
  private final Terminal terminal;
  private final ServerOptions options;

  Serving(Terminal terminal, ServerOptions options) {
    this.terminal = terminal;
    this.options = options;
  }

  /**
   * Where the desk is open already, says where, and opens the browser there; else empty.
   *
   * @param openBrowser true to open the browser on the pages
   */
  Optional<Integer> ifRunning(Path folder, boolean openBrowser) {
    Optional<URI> running = Running.at(folder);
    running.ifPresent(
        address -> {
          terminal.print("Stemma is at " + address);
          terminal.say("It was open already; this start leaves it as it is.");
          show(address, openBrowser);
        });
    return running.map(address -> ExitStatus.DONE);
  }

  private void show(URI address, boolean openBrowser) {
    terminal.out().flush();
    if (openBrowser && options.browser() && !Browser.open(address)) {
      terminal.say("No browser was found to open; the address above opens in any.");
    }
  }

  /**
   * Serves a desk and does not return until the process is told to end; then closes the site, the
   * desk and {@code last}.
   *
   * @param folder the desk's
   * @param openBrowser true to open the browser on the pages
   */
  int run(Desk desk, Path folder, boolean openBrowser, Runnable last) {
    Site site = start(desk);
    Running.tell(folder, site.address(), site.name());
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(asked, closed), "stemma-end"));
    terminal.print("Stemma is at " + site.address());
    show(site.address(), openBrowser);
    terminal.say("Ctrl-C ends it.");
    try {
      asked.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Running.end(folder, site.name());
    site.close();
    desk.close();
    last.run();
    closed.countDown();
    return ExitStatus.DONE;
  }

  /** Ctrl-C is how one ends a server: status 0, which only a halt can give from here. */
  private static void end(CountDownLatch asked, CountDownLatch closed) {
    asked.countDown();
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(ExitStatus.DONE);
  }

  /** Where the usual port is taken, any other will do; one that was asked for must be it. */
  private Site start(Desk desk) {
    try {
      return Site.start(desk, new SiteSettings(options.port()));
    } catch (IOException e) {
      if (!options.isPortChosen()) {
        return startOnAnyPort(desk);
      }
      throw CommandFailed.failed(String.valueOf(e.getMessage()), e);
    }
  }

  private static Site startOnAnyPort(Desk desk) {
    try {
      return Site.start(desk, new SiteSettings(0));
    } catch (IOException e) {
      throw CommandFailed.failed("No port could be opened: " + e.getMessage(), e);
    }
  }
}
