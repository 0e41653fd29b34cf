package org.stemma.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.stemma.export.ReuseExport;
import org.stemma.model.Annotated;
import org.stemma.model.Statement;
import org.stemma.pipeline.Desk;
import org.stemma.pipeline.Progress;

/**
 * What a desk of one size costs: adds articles to a new desk in a folder, asks for the record, adds
 * some more, asks again. Texts are taken as {@link LinkBench} takes them, without the tagger.
 * Prints one line of JSON.
 *
 * <pre>GrowthBench desk docs.jsonl more.jsonl [predictions.jsonl]</pre>
 */
public final class GrowthBench {
  private static final double NANOS = 1e9;
  private static final long MEGABYTE = 1 << 20;
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";

  private final ObjectMapper json = new ObjectMapper();
  private final OperatingSystemMXBean machine =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final StringBuilder line = new StringBuilder("{");

  private GrowthBench() {}

  /** Runs the bench; see the class. */
  public static void main(String[] arguments) throws IOException {
    GrowthBench bench = new GrowthBench();
    try (Desk desk = Desk.open(Path.of(arguments[0]))) {
      bench.run(desk, Path.of(arguments[1]), Path.of(arguments[2]));
      if (arguments.length > 3) {
        bench.measure("export", () -> export(desk, Path.of(arguments[3])));
      }
    }
    bench.note("heap_mb", heap());
    bench.note("peak_mb", peak());
    System.out.println(bench.line.append('}'));
  }

  /** Something that takes time. */
  private interface Work {
    void run() throws IOException;
  }

  private void run(Desk desk, Path docs, Path more) throws IOException {
    measure("add", () -> add(desk, docs));
    measure("view", desk::overview);
    measure("more", () -> add(desk, more));
    measure("view_after", desk::overview);
    measure("page", () -> desk.statementsIn(desk.articles().get(0).id()));
    note("docs", desk.overview().articles());
    note("statements", desk.overview().statements());
  }

  private void add(Desk desk, Path docs) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(docs)) {
      Iterator<Annotated> articles =
          lines.lines().map(one -> LinkBench.article(json, one)).iterator();
      long begun = System.nanoTime();
      long[] told = {0};
      desk.addAnnotated(
          articles,
          new Progress() {
            @Override
            public void reached(long kept, long skipped) {
              if (kept / 10_000 > told[0]) {
                told[0] = kept / 10_000;
                System.err.printf("%,d after %.0f s%n", kept, (System.nanoTime() - begun) / NANOS);
              }
            }
          });
    }
  }

  private void measure(String what, Work work) throws IOException {
    long wall = System.nanoTime();
    long cpu = machine.getProcessCpuTime();
    work.run();
    note(what + "_s", (System.nanoTime() - wall) / NANOS);
    note(what + "_cpu_s", (machine.getProcessCpuTime() - cpu) / NANOS);
  }

  private void note(String name, double value) {
    line.append(line.length() > 1 ? ", " : "")
        .append(String.format(Locale.ROOT, "\"%s\": %.3f", name, value));
  }

  private static void export(Desk desk, Path out) throws IOException {
    try (Writer writer = Files.newBufferedWriter(out);
        ReuseExport export =
            new ReuseExport(writer, id -> desk.article(id).orElseThrow().article().text())) {
      desk.forEachReuse(
          passage -> {
            try {
              export.passage(passage);
            } catch (IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          });
      for (Statement statement : desk.statements()) {
        if (statement.witnesses().stream().anyMatch(w -> w.quoted())) {
          export.quotes(statement);
        }
      }
      export.edges(desk.stemma());
    }
  }

  private static double heap() {
    long bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      bytes += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
    }
    return (double) bytes / MEGABYTE;
  }

  /** The most memory that the process ever had, as Linux counts it; 0 elsewhere. */
  private static double peak() throws IOException {
    List<String> status = Files.exists(STATUS) ? Files.readAllLines(STATUS) : new ArrayList<>();
    for (String entry : status) {
      if (entry.startsWith(PEAK)) {
        return Long.parseLong(entry.replaceAll("\\D", "")) / 1024.0;
      }
    }
    return 0;
  }
}
