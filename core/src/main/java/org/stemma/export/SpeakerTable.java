package org.stemma.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.stemma.model.Entity;

/** Writes speakers as a {@link Table}, one row a speaker. Not thread-safe. */
public final class SpeakerTable implements Closeable {
  private static final List<String> COLUMNS =
      List.of("speaker", "name", "kind", "other_names", "statements", "outlets", "articles");

  private final Table table;

  /**
   * @param out closed with this table
   */
  public SpeakerTable(Table.Kind kind, OutputStream out) throws IOException {
    table = Table.of(kind, out, "speakers", COLUMNS);
  }

  /**
   * The row of one speaker.
   *
   * @param statements how many are ascribed to them
   * @param outlets how many carry one of these
   */
  public void add(Entity speaker, long statements, long outlets) throws IOException {
    List<String> names = speaker.names();
    table.row(
        List.of(
            speaker.id(),
            speaker.name(),
            Cells.lower(speaker.kind()),
            String.join("; ", names.subList(1, names.size())),
            statements,
            outlets,
            speaker.articles().size()));
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
