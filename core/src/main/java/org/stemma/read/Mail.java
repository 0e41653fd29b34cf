package org.stemma.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.stemma.model.DateOrigin;
import org.stemma.model.Extent;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;
import org.stemma.model.Outcome;
import org.stemma.text.WebAddresses;

/**
 * A message (RFC 5322): a newsletter, or a page that a browser saved whole (MHTML, RFC 2557). Its
 * first HTML is the page, or its first plain text where it has none; what else it carries is not
 * looked at.
 */
final class Mail implements Source {
  /** Parts in parts. Mail programs nest three or four deep. */
  private static final int MOST_NESTED = 20;

  private static final int MOST_FIELDS = 1000;
  private static final int LONGEST_FIELD = 1 << 16;

  private static final Pattern TITLE = Pattern.compile("(?i)<title[^>]{0,200}>\\s{0,200}[^<\\s]");

  /** Of a page saved whole, the field that Chromium puts its address in. */
  private static final String SNAPSHOT = "snapshot-content-location";

  /** A part, with the fields of its head. */
  private record Part(Map<String, String> fields, MediaType type, Taken content) {}

  /** Hears of parts without the line that ends them: the message was cut. */
  private static final class End extends DecodeMonitor {
    private boolean isMissing;

    @Override
    public boolean warn(String error, String dropped) {
      isMissing |= error.contains("ended prematurely");
      return false;
    }

    @Override
    public boolean isListening() {
      return true;
    }
  }

  private final End end = new End();
  private final Piece piece;
  private final Limits limits;
  private final Map<String, String> message = new HashMap<>();
  private final List<Part> plain = new ArrayList<>();
  private Optional<Source> page = Optional.empty();

  Mail(Piece piece, Limits limits) {
    this.piece = piece;
    this.limits = limits;
  }

  @Override
  public String place() {
    return piece.place();
  }

  @Override
  public Optional<Reading> next() throws IOException {
    if (page.isEmpty()) {
      page = Optional.of(read());
    }
    return page.get().next();
  }

  private Source read() throws IOException {
    MimeTokenStream tokens =
        new MimeTokenStream(
            MimeConfig.custom()
                .setMaxHeaderCount(MOST_FIELDS)
                .setMaxHeaderLen(LONGEST_FIELD)
                .setMaxLineLen(-1)
                .build(),
            end,
            null);
    tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    try {
      tokens.parse(piece.bytes());
      Optional<Part> html = html(tokens);
      return html.or(() -> plain.stream().findFirst())
          .map(this::page)
          .orElseGet(() -> refused(Outcome.Kind.EMPTY, "a message without a text"));
    } catch (MimeException e) {
      return plain.isEmpty()
          ? refused(Outcome.Kind.BROKEN, "no message that can be read")
          : page(plain.get(0));
    }
  }

  /** The first part that is HTML. Plain text before it is put by. */
  private Optional<Part> html(MimeTokenStream tokens) throws IOException, MimeException {
    Map<String, String> fields = message;
    int depth = 0;
    for (EntityState state = tokens.getState();
        state != EntityState.T_END_OF_STREAM;
        state = tokens.next()) {
      switch (state) {
        case T_START_HEADER -> fields = depth == 0 ? message : new HashMap<>();
        case T_FIELD -> put(fields, tokens.getField());
        case T_START_MULTIPART -> depth++;
        case T_END_MULTIPART -> depth--;
        case T_BODY -> {
          MediaType type = MediaType.of(fields.getOrDefault("content-type", "text/plain"));
          boolean attached = fields.getOrDefault("content-disposition", "").startsWith("attach");
          if (type.isHtml() && !attached) {
            Part html = part(fields, type, tokens);
            // Only behind a part and its end does it show whether the end was there.
            if (tokens.next() == EntityState.T_END_BODYPART) {
              tokens.next();
            }
            return Optional.of(html);
          }
          if (type.name().equals("text/plain") && !attached && plain.isEmpty()) {
            plain.add(part(fields, type, tokens));
          }
        }
        default -> {
          // Preambles and what stands between parts are for programs that know no parts.
        }
      }
      if (depth > MOST_NESTED) {
        throw new MimeException("parts nested too deep");
      }
    }
    return Optional.empty();
  }

  private Part part(Map<String, String> fields, MediaType type, MimeTokenStream tokens) {
    InputStream content = tokens.getDecodedInputStream();
    return new Part(Map.copyOf(fields), type, Taken.from(content, limits.pageBytes()));
  }

  private static void put(Map<String, String> fields, Field field) {
    fields.putIfAbsent(
        field.getName().toLowerCase(Locale.ROOT),
        field.getBody().replaceAll("\\s*[\\r\\n]+\\s*", " ").strip());
  }

  private Source page(Part part) {
    Optional<String> address = address(part);
    boolean cut = end.isMissing || part.content().failure().isPresent();
    Extent extent = cut ? Extent.CUT : piece.transport().extent();
    boolean html = part.type().isHtml();
    Transport transport =
        new Transport(address, Optional.of(part.type()), imprint(part, html), dates(part), extent);
    Piece inner =
        new Piece(
            piece.place(),
            piece.name(),
            new ByteArrayInputStream(part.content().bytes()),
            transport);
    return part.content()
        .refusal(inner, limits.pageBytes())
        .map(Source::of)
        .orElseGet(() -> new WholePage(inner, html ? Kind.HTML : Kind.TEXT, limits));
  }

  private Optional<String> address(Part part) {
    return Optional.ofNullable(message.get(SNAPSHOT))
        .or(() -> Optional.ofNullable(part.fields().get("content-location")))
        .or(() -> Optional.ofNullable(message.get("archived-at")))
        .map(address -> address.replaceAll("[<>\\s]", ""))
        .filter(WebAddresses::isWeb)
        .or(() -> piece.transport().address());
  }

  /** The subject stands in where the page has no title of its own. */
  private Imprint imprint(Part part, boolean html) {
    boolean titled = html && hasTitle(part);
    return titled
        ? piece.transport().imprint()
        : Imprint.of(Optional.empty(), text("subject").flatMap(FeedText::line));
  }

  private static boolean hasTitle(Part part) {
    String markup = Decoding.html(part.content().bytes(), part.type().charset());
    return TITLE.matcher(markup).find();
  }

  /**
   * A saved page's date is when it was saved, as in an archive. A newsletter is published by being
   * sent, so that its date is as good as one that somebody gave with the page.
   */
  private List<FoundDate> dates(Part part) {
    boolean saved =
        message.containsKey(SNAPSHOT)
            || WebAddresses.isWeb(part.fields().getOrDefault("content-location", ""));
    DateOrigin origin = saved ? DateOrigin.ARCHIVE : DateOrigin.GIVEN;
    List<FoundDate> dates = new ArrayList<>();
    text("date")
        .flatMap(WrittenDate::read)
        .ifPresent(date -> dates.add(new FoundDate(date, origin)));
    dates.addAll(piece.transport().dates());
    return dates;
  }

  /** A field of the message's head, out of its encoded words; some write UTF-8 as it is. */
  private Optional<String> text(String name) {
    return Optional.ofNullable(message.get(name))
        .map(raw -> DecoderUtil.decodeEncodedWords(raw, DecodeMonitor.SILENT))
        .map(Mail::plainUtf8)
        .map(Decoding::sound);
  }

  private static String plainUtf8(String text) {
    boolean bytes = !text.isEmpty() && text.chars().allMatch(c -> c < 0x100);
    return bytes
        ? Decoding.text(text.getBytes(StandardCharsets.ISO_8859_1), Optional.empty())
        : text;
  }

  private Source refused(Outcome.Kind kind, String reason) {
    return Source.of(piece.unreadable(kind, reason));
  }

  @Override
  public void close() throws IOException {
    piece.bytes().close();
  }
}
