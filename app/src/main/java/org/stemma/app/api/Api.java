package org.stemma.app.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.stemma.app.desk.Shelf;
import org.stemma.app.json.JsonOutput;
import org.stemma.app.json.Offsets;
import org.stemma.app.json.RecordJson;
import org.stemma.app.web.Answer;
import org.stemma.app.web.Gate;
import org.stemma.app.web.Refusal;
import org.stemma.app.web.Request;
import org.stemma.dispute.Dispute;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Entities;
import org.stemma.model.Entity;
import org.stemma.model.Statement;
import org.stemma.pipeline.Filter;
import org.stemma.search.Found;
import org.stemma.search.Query;
import org.stemma.search.QueryException;

/**
 * Answers programs. It only reads: {@code POST /api/v1/check} sends a draft, which is checked and
 * forgotten. Thread-safe. What there is, {@code GET /api/v1/openapi.json} tells; a test holds every
 * answer against it.
 *
 * <p>Every answer to a GET carries an ETag that changes with the desk; who sends it back gets 304
 * while nothing changed. Lists can be walked by number ({@code from}), or by a cursor ({@code
 * after}), which neither misses nor repeats what stays on the desk while pages are added.
 */
public final class Api {
  /** Greatest length of a draft, in bytes; JSON may need some more for its escapes. */
  private static final int DRAFT_BYTES = 1 << 20;

  /** Items of a list in one answer, unless fewer are asked for. */
  private static final int PAGE = 500;

  /** Articles that a search finds. */
  private static final int FOUND = 100;

  /** Nobody types more; a longer search is refused. */
  private static final int LONGEST_WORDS = 2_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Shelf shelf;
  private final byte[] description;

  /** Another process may write the same record in another form. */
  private final String process = Long.toHexString(new SecureRandom().nextLong());

  /**
   * @param gate unused by what only reads; asked here so that what will write cannot forget it
   */
  public Api(Shelf shelf, Gate gate) {
    this.shelf = shelf;
    try (InputStream in = Api.class.getResourceAsStream("openapi.json")) {
      this.description = in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws Refusal when there is nothing at this address, or the request makes no sense
   */
  public Answer answer(Request request) {
    if (!request.segment(1).equals("v1") || request.segments().size() > 4) {
      throw nothingHere();
    }
    String what = request.segment(2);
    boolean one = request.segments().size() == 4;
    if (what.equals("check") && !one) {
      return check(request);
    }
    if (!request.method().equals("GET")) {
      throw Refusal.notAllowed("GET, HEAD", "Only /api/v1/check takes POST.");
    }
    // Asked before the answer is made: what changes meanwhile makes it look older, never newer.
    String tag = "\"" + process + "-" + shelf.revision() + "\"";
    if (request.header("If-None-Match").filter(tags -> tags.contains(tag)).isPresent()) {
      return current(new Answer(304, "application/json", new byte[0], Map.of()), tag);
    }
    return current(one ? one(what, request.segment(3)) : list(what, request), tag);
  }

  /** Kept by whoever likes to, but asked for again before it is used. */
  private static Answer current(Answer answer, String tag) {
    return answer.with("ETag", tag).with("Cache-Control", "private, no-cache");
  }

  /** An error as JSON. */
  public static Answer error(int status, String sentence) {
    return json(status, Map.of("error", sentence));
  }

  private Answer one(String what, String id) {
    RecordJson records = records();
    return switch (what) {
      case "articles" -> json(200, records.annotated(article(id)));
      case "statements" -> json(200, records.statementWithStemma(statement(id)));
      case "disputes" -> json(200, records.dispute(dispute(id)));
      case "speakers" -> json(200, records.entityWithStatements(speaker(id)));
      default -> throw nothingHere();
    };
  }

  private Answer list(String what, Request request) {
    RecordJson records = records();
    return switch (what) {
      case "openapi.json" -> Answer.json(200, description);
      case "overview" -> json(200, records.overview(shelf.overview()));
      case "articles" ->
          page(request, articles(request), a -> a.id().value(), records::articleHead);
      case "statements" -> page(request, statements(request), Statement::id, records::statement);
      case "disputes" -> page(request, disputes(request), Dispute::id, records::dispute);
      case "speakers" -> page(request, shelf.speakers(), Entity::id, records::entity);
      case "decisions" -> page(request, RecordJson.decisions(shelf.decisions()), d -> d);
      case "reading" -> page(request, shelf.outcomes(), RecordJson::outcome);
      case "search" -> search(request);
      case "trace" -> page(request, shelf.trace(words(request)), records::statement);
      default -> throw nothingHere();
    };
  }

  private static String words(Request request) {
    String words = request.query("words").orElse("");
    if (words.isBlank()) {
      throw new Refusal(400, "Give the words: ?words=...");
    }
    if (words.length() > LONGEST_WORDS) {
      throw new Refusal(400, "At most " + LONGEST_WORDS + " characters can be looked for.");
    }
    return words;
  }

  private Answer search(Request request) {
    Found.Order order =
        SearchJson.order(request.query("order").orElse("outlets"))
            .orElseThrow(() -> new Refusal(400, "\"order\" is one of outlets, newest and oldest."));
    try {
      Query query = Query.parse(request.query("q").orElse(""));
      Found found = shelf.find(query);
      return json(
          200,
          new SearchJson(shelf::known).found(query, found, order, from(request), SearchJson.PAGE));
    } catch (QueryException e) {
      throw new Refusal(400, e.getMessage());
    }
  }

  private List<Article> articles(Request request) {
    Filter filter = filter(request);
    return filter.isAll()
        ? shelf.articles()
        : shelf.articles().stream().filter(filter::admits).toList();
  }

  private List<Statement> statements(Request request) {
    Filter filter = filter(request);
    if (filter.isAll()) {
      return shelf.statements();
    }
    Entities entities = shelf.entities();
    return shelf.statements().stream()
        .filter(statement -> filter.admits(statement, shelf::known, entities))
        .toList();
  }

  private List<Dispute> disputes(Request request) {
    Filter filter = filter(request);
    Entities entities = shelf.entities();
    return shelf.disputes().stream()
        .filter(dispute -> filter.admits(dispute, shelf::known, entities))
        .toList();
  }

  /**
   * As the pages have it; here {@code from} is a number of items, so the days go by other names.
   */
  private static Filter filter(Request request) {
    try {
      return Filter.of(
          name ->
              switch (name) {
                case "from" -> request.query("published_from");
                case "to" -> request.query("published_to");
                default -> request.query(name);
              });
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, e.getMessage());
    }
  }

  /** A page of a list without ids, or in an order of its own. */
  private static <A> Answer page(Request request, List<A> all, Function<A, ?> one) {
    if (request.query("after").isPresent()) {
      throw new Refusal(400, "This list is walked with \"from\", not with \"after\".");
    }
    return numbered(from(request), limit(request), all, one);
  }

  private static <A> Answer page(
      Request request, List<A> all, Function<A, String> id, Function<A, ?> one) {
    Optional<String> after = request.query("after");
    // Refused where it is no number, also where a cursor makes it count for nothing.
    int from = from(request);
    if (after.isEmpty()) {
      return numbered(from, limit(request), all, one);
    }
    int limit = limit(request);
    List<A> next =
        all.stream()
            .filter(item -> id.apply(item).compareTo(after.get()) > 0)
            .sorted(comparing(id))
            .limit(limit + 1L)
            .toList();
    List<A> shown = next.subList(0, Math.min(limit, next.size()));
    Optional<String> cursor =
        next.size() > limit ? Optional.of(id.apply(shown.get(limit - 1))) : Optional.empty();
    return list(all.size(), Optional.empty(), shown.stream().map(one).toList(), cursor);
  }

  private static <A> Answer numbered(int passedOver, int limit, List<A> all, Function<A, ?> one) {
    int from = Math.min(all.size(), passedOver);
    int to = Math.min(all.size(), from + limit);
    return list(
        all.size(),
        Optional.of(from),
        all.subList(from, to).stream().map(one).toList(),
        Optional.empty());
  }

  private static int from(Request request) {
    String given = request.query("from").orElse("0");
    if (!given.matches("[0-9]{1,9}")) {
      throw new Refusal(400, "\"from\" is the number of items to pass over, 0 or more.");
    }
    return Integer.parseInt(given);
  }

  private static int limit(Request request) {
    String given = request.query("limit").orElse(Integer.toString(PAGE));
    if (!given.matches("[1-9][0-9]{0,2}") || Integer.parseInt(given) > PAGE) {
      throw new Refusal(400, "\"limit\" is a number from 1 to " + PAGE + ".");
    }
    return Integer.parseInt(given);
  }

  private static Answer list(
      int total, Optional<Integer> from, List<?> items, Optional<String> next) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("total", total);
    json.put("from", from.orElse(null));
    json.put("items", items);
    json.put("next", next.orElse(null));
    return json(200, json);
  }

  private Answer check(Request request) {
    if (!request.method().equals("POST")) {
      throw Refusal.notAllowed("POST", "Send the draft to /api/v1/check with POST.");
    }
    String draft = draft(request);
    if (draft.isBlank()) {
      throw new Refusal(400, "The draft is empty.");
    }
    return json(200, records().report(shelf.check(draft)));
  }

  private static String draft(Request request) {
    String type = request.header("Content-Type").orElse("text/plain");
    String body = new String(request.body(DRAFT_BYTES), UTF_8);
    if (!type.startsWith("application/json")) {
      return body;
    }
    try {
      JsonNode draft = JSON.readTree(body).path("draft");
      if (!draft.isTextual()) {
        throw new Refusal(400, "The JSON needs a text \"draft\".");
      }
      return draft.asText();
    } catch (IOException e) {
      throw new Refusal(400, "The body is not JSON.");
    }
  }

  private Dispute dispute(String id) {
    return shelf
        .dispute(id)
        .orElseThrow(() -> Refusal.notFound("The desk holds no dispute of this id."));
  }

  private Entity speaker(String id) {
    return shelf
        .entities()
        .byId(id)
        .orElseThrow(() -> Refusal.notFound("The desk knows no speaker of this id."));
  }

  private Annotated article(String id) {
    try {
      Optional<Annotated> found = shelf.article(new ArticleId(id));
      return found.orElseThrow(() -> Refusal.notFound("The desk holds no article of this id."));
    } catch (IllegalArgumentException e) {
      throw Refusal.notFound("The desk holds no article of this id.");
    }
  }

  private Statement statement(String id) {
    return shelf
        .statement(id)
        .orElseThrow(() -> Refusal.notFound("The desk holds no statement of this id."));
  }

  private RecordJson records() {
    return new RecordJson(shelf, Offsets.UTF16);
  }

  private static Refusal nothingHere() {
    return Refusal.notFound("The API has nothing at this address.");
  }

  private static Answer json(int status, Object value) {
    return Answer.json(status, JsonOutput.document(value));
  }
}
