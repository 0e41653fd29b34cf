package org.stemma.read;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.stemma.model.Outcome;

/**
 * A feed in XML: RSS 0.9 to 2.0, RDF, Atom, CDF. Each entry is a page, or told of. jsoup reads it,
 * which knows no document types and so no entities of their own, and goes on where XML is broken.
 */
final class Feed implements Source {
  private final Piece piece;
  private final Limits limits;
  private Optional<Iterator<Reading>> entries = Optional.empty();

  Feed(Piece piece, Limits limits) {
    this.piece = piece;
    this.limits = limits;
  }

  @Override
  public String place() {
    return piece.place();
  }

  @Override
  public Optional<Reading> next() {
    if (entries.isEmpty()) {
      entries = Optional.of(read());
    }
    Iterator<Reading> left = entries.get();
    return left.hasNext() ? Optional.of(left.next()) : Optional.empty();
  }

  private Iterator<Reading> read() {
    Taken taken = Taken.from(piece.bytes(), limits.pageBytes());
    Optional<Reading.Unreadable> refusal = taken.refusal(piece, limits.pageBytes());
    if (refusal.isPresent()) {
      return List.<Reading>of(refusal.get()).iterator();
    }
    Optional<String> binary = Decoding.whyNotText(taken.bytes());
    if (binary.isPresent()) {
      return one(Outcome.Kind.UNSUPPORTED, binary.get());
    }
    String xml = Decoding.xml(taken.bytes(), piece.transport().charset());
    Document document = Jsoup.parse(xml, "", Parser.xmlParser());
    return entries(taken.failure().isPresent() ? piece.cut() : piece, document);
  }

  private Iterator<Reading> entries(Piece from, Document document) {
    List<Element> entries = FeedEntry.entries(document);
    if (entries.isEmpty()) {
      return one(Outcome.Kind.EMPTY, "a feed without entries");
    }
    FeedEntry.Channel channel = FeedEntry.channel(document, entries, from.transport().address());
    int count = Math.min(entries.size(), Limits.FEED_ENTRIES);
    Stream<Reading> read =
        IntStream.range(0, count)
            .mapToObj(i -> new FeedEntry(entries.get(i), channel).reading(from, i + 1));
    Stream<Reading> left =
        count < entries.size()
            ? Stream.of(FeedText.tooMany(from, entries.size() - count))
            : Stream.empty();
    return Stream.concat(read, left).iterator();
  }

  private Iterator<Reading> one(Outcome.Kind kind, String reason) {
    return List.<Reading>of(piece.unreadable(kind, reason)).iterator();
  }

  @Override
  public void close() throws IOException {
    piece.bytes().close();
  }
}
