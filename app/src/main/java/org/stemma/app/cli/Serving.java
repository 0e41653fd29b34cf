package org.stemma.app.cli;

import java.io.IOException;
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
   * Serves a desk and does not return until the process is told to end; then closes the site, the
   * desk and {@code last}.
   *
   * @param anyPort true to take another port where the usual one is taken
   * @param openBrowser true to open the browser on the pages
   */
  int run(Desk desk, boolean anyPort, boolean openBrowser, Runnable last) {
    Site site = start(desk, anyPort && !options.isPortChosen());
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(asked, closed), "stemma-end"));
    terminal.print("Stemma is at " + site.address());
    terminal.out().flush();
    if (openBrowser && options.browser() && !Browser.open(site.address())) {
      terminal.say("No browser was found to open; the address above opens in any.");
    }
    terminal.say("Ctrl-C ends it.");
    try {
      asked.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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

  private Site start(Desk desk, boolean anyPort) {
    try {
      return Site.start(desk, new SiteSettings(options.port()));
    } catch (IOException e) {
      if (anyPort) {
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
