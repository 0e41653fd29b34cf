package org.stemma;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Java that the README shows does what it says: each block of Java after the line {@code <!--
 * tested -->} is compiled and run.
 */
class LibraryTest {
  private static final Path ROOT = Path.of(System.getProperty("stemma.root", ".."));
  private static final Pattern BLOCK =
      Pattern.compile("<!-- tested -->\\s*```java\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CLASS = Pattern.compile("public class (\\w+)");

  /** What a newcomer reads at a glance; imports aside. */
  private static final int FEW_LINES = 15;

  @TempDir private Path folder;

  @Test
  void theReadmesJavaRuns() throws Exception {
    List<String> blocks = blocks();
    assertThat(blocks).isNotEmpty();
    for (String block : blocks) {
      assertThat(
              block.lines().filter(line -> !line.isBlank() && !line.startsWith("import")).count())
          .isLessThanOrEqualTo(FEW_LINES);
      String examples = ROOT.resolve("examples").toAbsolutePath().toString().replace("\\", "/");
      assertThat(ran(block.replace("\"examples/", "\"" + examples + "/")))
          .contains("Tomas Brel, 3 outlets");
    }
  }

  private static List<String> blocks() throws IOException {
    Path readme = ROOT.resolve("README.md");
    Assumptions.assumeTrue(Files.exists(readme), "there is no README.md here");
    List<String> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(readme));
    while (block.find()) {
      blocks.add(block.group(1));
    }
    return blocks;
  }

  /** What it prints. */
  private String ran(String source) throws Exception {
    Matcher name = CLASS.matcher(source);
    assertThat(name.find()).isTrue();
    Path file = Files.writeString(folder.resolve(name.group(1) + ".java"), source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Assumptions.assumeTrue(compiler != null, "this Java has no compiler");
    String classPath = classPath();
    ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    int status =
        compiler.run(
            null,
            complaints,
            complaints,
            "-d",
            folder.toString(),
            "-cp",
            classPath,
            "-proc:none",
            file.toString());
    assertThat(status).as(complaints.toString(UTF_8)).isZero();
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      System.setOut(new PrintStream(printed, true, UTF_8));
      loader
          .loadClass(name.group(1))
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return printed.toString(UTF_8);
  }

  /** Where the rooms lie. */
  private static String classPath() throws Exception {
    return Path.of(
            org.stemma.pipeline.Desk.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI())
        .toString();
  }
}
