package org.stemma.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Stemma as its users run it: a process of its own, with its streams, environment and status. */
final class StemmaProcess {
  /** A machine that is busy takes seconds to start Java. */
  private static final int PATIENCE_SECONDS = 120;

  private final List<String> javaOptions = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1"));
  private final Map<String, String> environment = new HashMap<>();
  private byte[] input = {};

  /** What came of it. */
  record Ran(int status, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  static Ran stemma(String... arguments) {
    return new StemmaProcess().run(arguments);
  }

  StemmaProcess input(String text) {
    input = text.getBytes(UTF_8);
    return this;
  }

  StemmaProcess java(String... options) {
    javaOptions.addAll(List.of(options));
    return this;
  }

  StemmaProcess environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Ran run(String... arguments) {
    try {
      Path out = Files.createTempFile("stemma-out-", ".txt");
      Path err = Files.createTempFile("stemma-err-", ".txt");
      Process process =
          builder(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      feed(process);
      int status = end(process);
      Ran ran = new Ran(status, Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return ran;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Not waited for: whoever starts it ends it. */
  ProcessBuilder builder(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.stemma.app.cli.Main");
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder;
  }

  private void feed(Process process) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(input);
    } catch (IOException e) {
      // It ended without reading all: its own business.
    }
  }

  private static int end(Process process) {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("did not end within " + PATIENCE_SECONDS + " s");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
