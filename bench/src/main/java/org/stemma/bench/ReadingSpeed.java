package org.stemma.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.stemma.clean.Cleaner;
import org.stemma.clean.NotAnArticle;
import org.stemma.read.Pages;
import org.stemma.read.Reading;

/**
 * What reading and cleaning web pages costs, beside what jsoup needs to parse the same bytes: the
 * figure that matters is the ratio of the two. All pages of a folder of {@code .html.gz}, one after
 * the other, on one thread.
 *
 * <p>Run by {@code bench/reading}, or {@code java -cp ... org.openjdk.jmh.Main ReadingSpeed -p
 * folder=FOLDER}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 8, time = 4)
public class ReadingSpeed {
  /** Where the pages lie. */
  @Param("")
  public String folder;

  private final List<byte[]> pages = new ArrayList<>();
  private final Cleaner cleaner = new Cleaner();

  /** Unpacks all pages into memory. */
  @Setup
  public void load() throws IOException {
    pages.addAll(PackedPages.all(Path.of(folder)));
  }

  /** The baseline: jsoup's own parse, its own detection of the encoding. */
  @Benchmark
  public void jsoupParse(Blackhole out) throws IOException {
    for (byte[] page : pages) {
      out.consume(Jsoup.parse(new ByteArrayInputStream(page), null, ""));
    }
  }

  /** Bytes to cleaned article. */
  @Benchmark
  public void stemmaRead(Blackhole out) {
    for (byte[] page : pages) {
      try (Pages reading = Pages.of("page.html", new ByteArrayInputStream(page))) {
        Reading read = reading.next();
        out.consume(
            read instanceof Reading.Found found ? cleaner.clean(found.page()) : read.toString());
      } catch (NotAnArticle e) {
        out.consume(e);
      }
    }
  }
}
