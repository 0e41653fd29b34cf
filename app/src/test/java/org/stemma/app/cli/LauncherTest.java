package org.stemma.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a folder that looks like a clone, with a Java and a Maven that only tell how they
 * were called.
 */
@Timeout(120)
class LauncherTest {
  private static final Path LAUNCHER =
      Path.of(System.getProperty("stemma.root", "..")).resolve("stemma");

  @TempDir private Path folder;
  private Path clone;
  private Path java;
  private final Map<String, String> environment = new HashMap<>();

  private record Ran(int status, String out, String err) {}

  @BeforeEach
  void makeAClone() throws IOException {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash here");
    clone = Files.createDirectories(folder.resolve("my clone"));
    Files.copy(LAUNCHER, clone.resolve("stemma"), StandardCopyOption.COPY_ATTRIBUTES);
    for (String module : List.of("core", "app")) {
      Files.createDirectories(clone.resolve(module).resolve("src/main"));
      Files.writeString(clone.resolve(module).resolve("pom.xml"), "<project/>");
    }
    Files.writeString(clone.resolve("pom.xml"), "<project/>");
    java = javaHome("jdk", "17.0.1");
    program(
        "programs/mvn",
        "echo built >> '" + clone + "/builds'",
        "sleep 1",
        "touch '" + clone + "/app/target/stemma-app-1-all.jar'");
    environment.put("JAVA_HOME", java.toString());
    environment.put("PATH", folder.resolve("programs") + ":/usr/bin:/bin");
  }

  private Path program(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/bash\n" + String.join("\n", lines) + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  /** A Java that prints its last arguments, one a line, and makes no archive of classes. */
  private Path javaHome(String name, String version) throws IOException {
    program(name + "/bin/javac");
    program(
        name + "/bin/java",
        "while [ $# -gt 0 ] && [ \"$1\" != org.stemma.app.cli.Main ]; do shift; done",
        "shift",
        "printf '<%s>\\n' \"$@\"",
        "echo \"letters: ${LC_ALL:-}$LC_CTYPE\"");
    Path home = folder.resolve(name);
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private Process start(Path launcher, Path out, Path err, String... arguments) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("/bin/bash", launcher.toString());
    builder.command().addAll(List.of(arguments));
    builder.directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
  }

  private Ran run(Path launcher, String... arguments) throws Exception {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process = start(launcher, out, err, arguments);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private Ran run(String... arguments) throws Exception {
    return run(clone.resolve("stemma"), arguments);
  }

  private List<String> builds() throws IOException {
    Path builds = clone.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
  }

  @Test
  void theFirstStartBuildsAndSaysSo() throws Exception {
    Ran ran = run("trace", "two words", "“curly”");
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("<trace>\n<two words>\n<“curly”>\n");
    assertThat(ran.err())
        .isEqualTo("Building Stemma (first time: a few minutes, downloads its libraries) ...\n");
  }

  @Test
  void theSecondStartOnlyStarts() throws Exception {
    run("--version");
    Ran ran = run("--version");
    assertThat(ran.err()).isEmpty();
    assertThat(builds()).hasSize(1);
  }

  @Test
  void aNewerSourceIsBuilt() throws Exception {
    run("--version");
    Path source = Files.writeString(clone.resolve("core/src/main/New.java"), "class New {}");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(run("--version").err()).isEqualTo("Building Stemma (its sources changed) ...\n");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void thoseWhoStartAtOnceBuildOnce() throws Exception {
    Path launcher = clone.resolve("stemma");
    Process one = start(launcher, folder.resolve("o1"), folder.resolve("e1"), "--version");
    Process two = start(launcher, folder.resolve("o2"), folder.resolve("e2"), "--version");
    assertThat(one.waitFor(60, TimeUnit.SECONDS) && two.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(one.exitValue() + two.exitValue()).isZero();
    assertThat(builds()).hasSize(1);
  }

  @Test
  void aBuildThatWasKilledIsNotWaitedFor() throws Exception {
    Path lock = Files.createDirectories(clone.resolve("app/target/.building"));
    // No process has this number: the highest that Linux gives is 4194304.
    Files.writeString(lock.resolve("pid"), "99999999\n");
    assertThat(run("--version").status()).isZero();
    assertThat(builds()).hasSize(1);
    assertThat(lock).doesNotExist();
  }

  @Test
  void aFailedBuildShowsItsErrorsAndItsLog() throws Exception {
    program(
        "programs/mvn",
        "echo '[ERROR] New.java:[3,7] cannot find symbol'",
        "echo '[ERROR] To see the full stack trace, re-run Maven with -e.'",
        "exit 1");
    Ran ran = run("--version");
    assertThat(ran.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(ran.err())
        .contains("cannot find symbol", "app/target/build.log")
        .doesNotContain("re-run");
    assertThat(clone.resolve("app/target/.building")).doesNotExist();
  }

  @Test
  void withoutMavenItSaysWhatToDo() throws Exception {
    Files.delete(folder.resolve("programs/mvn"));
    environment.put("PATH", programsWithoutMaven().toString());
    Ran ran = run("--version");
    assertThat(ran.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(ran.err()).contains("Maven (mvn) is needed").contains("apt install maven");
  }

  /** The programs the launcher needs, and no more: the machine of the test may have Maven. */
  private Path programsWithoutMaven() throws IOException {
    Path programs = Files.createDirectories(folder.resolve("few"));
    for (String name : List.of("dirname", "find", "head", "readlink", "mkdir", "cat", "rm")) {
      for (Path place : List.of(Path.of("/usr/bin", name), Path.of("/bin", name))) {
        if (Files.exists(place) && !Files.exists(programs.resolve(name))) {
          program("few/" + name, "exec " + place + " \"$@\"");
        }
      }
    }
    return programs;
  }

  @Test
  void anOldJavaIsNamed() throws Exception {
    environment.put("JAVA_HOME", javaHome("old", "11.0.2").toString());
    environment.put("PATH", programsWithoutMaven().toString());
    Ran ran = run("--version");
    assertThat(ran.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(ran.err())
        .contains("Java 17 or newer is needed")
        .contains("JAVA_HOME leads to Java 11.0.2")
        .contains("openjdk-17-jdk");
  }

  @Test
  void theJavaOnThePathServesToo() throws Exception {
    environment.remove("JAVA_HOME");
    Files.createSymbolicLink(folder.resolve("programs/java"), java.resolve("bin/java"));
    assertThat(run("--version").out()).contains("<--version>");
  }

  @Test
  void aLinkToItWorks() throws Exception {
    Path far = Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(far.resolve("one"), clone.resolve("stemma"));
    Files.createSymbolicLink(far.resolve("two"), Path.of("one"));
    assertThat(run(far.resolve("two"), "--version").status()).isZero();
    assertThat(builds()).hasSize(1);
  }

  @Test
  void argumentsAreReadAsUtf8WhateverTheLocale() throws Exception {
    Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"));
    environment.put("LC_ALL", "tr_TR.ISO-8859-9");
    assertThat(run("--version").out()).contains("letters: C.UTF-8");
  }
}
