package org.stemma.app.cli;

import java.awt.Desktop;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Opens the user's browser, where there is one. */
final class Browser {
  private Browser() {}

  /** True when a program was told to open the page; whether a window comes up, it alone knows. */
  static boolean open(URI page) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    try {
      if (system.startsWith("mac")) {
        return start("open", page);
      }
      if (system.startsWith("windows")) {
        Desktop.getDesktop().browse(page);
        return true;
      }
      return hasScreen() && isOnPath("xdg-open") && start("xdg-open", page);
    } catch (IOException | RuntimeException e) {
      // The address is printed in any case.
      return false;
    }
  }

  /** Without a screen xdg-open would start a browser for the terminal, over our own lines. */
  private static boolean hasScreen() {
    return System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
  }

  private static boolean isOnPath(String program) {
    String path = System.getenv("PATH");
    return path != null
        && List.of(path.split(Pattern.quote(File.pathSeparator), -1)).stream()
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static boolean start(String program, URI page) throws IOException {
    new ProcessBuilder(program, page.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    return true;
  }
}
