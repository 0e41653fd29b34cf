package org.stemma.app.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.stemma.app.desk.Shelf;
import org.stemma.app.web.Answer;
import org.stemma.app.web.Gate;
import org.stemma.app.web.Refusal;
import org.stemma.app.web.Request;
import org.stemma.dispute.Dispute;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;
import org.stemma.model.Entity;
import org.stemma.model.Statement;

/**
 * Answers programs. It only reads: {@code POST /api/v1/check} sends a draft, which is checked and
 * forgotten. Thread-safe.
 *
 * <pre>
 * GET  /api/v1/overview
 * GET  /api/v1/articles?from=0       GET /api/v1/articles/ID
 * GET  /api/v1/statements?from=0     GET /api/v1/statements/ID
 * GET  /api/v1/disputes?from=0       GET /api/v1/disputes/ID
 * GET  /api/v1/speakers?from=0       GET /api/v1/speakers/ID
 * GET  /api/v1/decisions?from=0      what was decided about speakers, the oldest first
 * GET  /api/v1/trace?words=...
 * GET  /api/v1/reading?from=0        what became of pages that are not, or not whole, in the desk
 * POST /api/v1/check                 the draft as text/plain, or {"draft": "..."}
 * </pre>
 */
public final class Api {
  /** Greatest length of a draft, in bytes; JSON may need some more for its escapes. */
  private static final int DRAFT_BYTES = 1 << 20;

  /** Items of a list in one answer. */
  private static final int PAGE = 500;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Shelf shelf;
  private final RecordJson records;

  /**
   * @param gate unused by what only reads; asked here so that what will write cannot forget it
   */
  public Api(Shelf shelf, Gate gate) {
    this.shelf = shelf;
    this.records = new RecordJson(shelf);
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
      throw new Refusal(405, "Only /api/v1/check takes POST.");
    }
    return one ? one(what, request.segment(3)) : list(what, request);
  }

  /** An error as JSON. */
  public static Answer error(int status, String sentence) {
    return json(status, Map.of("error", sentence));
  }

  private Answer one(String what, String id) {
    return switch (what) {
      case "articles" -> json(200, records.annotated(article(id)));
      case "statements" -> json(200, records.statement(statement(id)));
      case "disputes" -> json(200, records.dispute(dispute(id)));
      case "speakers" -> json(200, records.entityWithStatements(speaker(id)));
      default -> throw nothingHere();
    };
  }

  private Answer list(String what, Request request) {
    return switch (what) {
      case "overview" -> json(200, shelf.overview());
      case "articles" -> page(request, shelf.articles(), records::articleHead);
      case "statements" -> page(request, shelf.statements(), records::statement);
      case "disputes" -> page(request, shelf.disputes(), records::dispute);
      case "speakers" -> page(request, shelf.speakers(), records::entity);
      case "decisions" -> page(request, records.decisions(shelf.decisions()), Function.identity());
      case "reading" -> page(request, shelf.outcomes(), records::outcome);
      case "trace" -> page(request, shelf.trace(words(request)), records::statement);
      default -> throw nothingHere();
    };
  }

  private static String words(Request request) {
    return request
        .query("words")
        .filter(w -> !w.isBlank())
        .orElseThrow(() -> new Refusal(400, "Give the words: /api/v1/trace?words=..."));
  }

  private static <A> Answer page(Request request, List<A> all, Function<A, Object> one) {
    String given = request.query("from").orElse("0");
    if (!given.matches("\\d{1,9}")) {
      throw new Refusal(400, "\"from\" is the number of items to pass over, 0 or more.");
    }
    int from = Math.min(all.size(), Integer.parseInt(given));
    int to = Math.min(all.size(), from + PAGE);
    return json(
        200,
        Map.of(
            "total", all.size(),
            "from", from,
            "items", all.subList(from, to).stream().map(one).toList()));
  }

  private Answer check(Request request) {
    if (!request.method().equals("POST")) {
      throw new Refusal(405, "Send the draft to /api/v1/check with POST.");
    }
    String draft = draft(request);
    if (draft.isBlank()) {
      throw new Refusal(400, "The draft is empty.");
    }
    return json(200, CheckJson.fields(shelf.check(draft), shelf::known));
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

  private static Refusal nothingHere() {
    return Refusal.notFound("The API has nothing at this address.");
  }

  private static Answer json(int status, Object value) {
    try {
      return Answer.json(status, JSON.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record could not be written as JSON", e);
    }
  }
}
