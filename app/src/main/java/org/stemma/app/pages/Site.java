package org.stemma.app.pages;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.stemma.app.api.Api;
import org.stemma.app.desk.Additions;
import org.stemma.app.desk.Shelf;
import org.stemma.app.pages.view.CopiesSwitch;
import org.stemma.app.web.Answer;
import org.stemma.app.web.Gate;
import org.stemma.app.web.Refusal;
import org.stemma.app.web.Request;
import org.stemma.app.web.WebServer;
import org.stemma.pipeline.Desk;

/**
 * The local web site of one desk, with its API. It answers on 127.0.0.1 alone, to this machine.
 * Thread-safe.
 */
public final class Site implements AutoCloseable {
  /** Enough that no other server is called so: 96 bits. */
  private static final int NAME_BYTES = 12;

  private final WebServer server;
  private final Additions additions;
  private final String name;

  private Site(WebServer server, Additions additions, String name) {
    this.server = server;
    this.additions = additions;
    this.name = name;
  }

  /**
   * Starts a site.
   *
   * @param desk stays the caller's to close, after the site
   * @throws IOException when the port cannot be had; the message is for people
   */
  public static Site start(Desk desk, SiteSettings settings) throws IOException {
    return start(Shelf.of(desk), settings);
  }

  /**
   * Starts a site on a desk made of records.
   *
   * @throws IOException when the port cannot be had; the message is for people
   */
  static Site start(Shelf shelf, SiteSettings settings) throws IOException {
    byte[] random = new byte[NAME_BYTES];
    new SecureRandom().nextBytes(random);
    String name = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Additions additions = new Additions(shelf);
    return new Site(
        WebServer.start(
            settings.port(),
            gate -> new Routes(shelf, gate, name, additions)::answer,
            new ErrorPages(new Templates(""))::answer),
        additions,
        name);
  }

  /**
   * What this very server is called: {@code /running/NAME} answers with status 200 at no other, so
   * that a second start can tell whether it is there.
   */
  public String name() {
    return name;
  }

  /** Where it answers: {@code http://127.0.0.1:8080/}. */
  public URI address() {
    return server.address();
  }

  /** Stops answering, and reading after the pages under way. The desk stays open. */
  @Override
  public void close() {
    server.close();
    additions.close();
  }

  /** Which page answers which path. */
  private static final class Routes {
    private final Assets assets = new Assets();
    private final HomePage home;
    private final ArticlePage article;
    private final StatementPage statement;
    private final ListPages lists;
    private final SearchPage search;
    private final OutletPage outlet;
    private final TimelinePage timeline;
    private final MapPage map;
    private final CheckPage check;
    private final AddPage add;
    private final SpeakerPages speakers;
    private final CorrectionPages corrections;
    private final DecisionPages decisions;
    private final WatchPage watch;
    private final ExportPage exports;
    private final Api api;
    private final String name;

    Routes(Shelf shelf, Gate gate, String name, Additions additions) {
      this.name = name;
      Templates templates = new Templates(gate.token());
      home = new HomePage(shelf, templates);
      article = new ArticlePage(shelf, templates);
      statement = new StatementPage(shelf, templates);
      lists = new ListPages(shelf, templates);
      search = new SearchPage(shelf, templates);
      outlet = new OutletPage(shelf, templates);
      timeline = new TimelinePage(shelf, templates);
      map = new MapPage(shelf, templates);
      check = new CheckPage(shelf, templates, gate);
      add = new AddPage(additions, templates, gate);
      speakers = new SpeakerPages(shelf, templates, gate);
      corrections = new CorrectionPages(shelf, gate);
      decisions = new DecisionPages(shelf, templates, gate);
      watch = new WatchPage(shelf, templates, gate);
      exports = new ExportPage(shelf, templates);
      api = new Api(shelf, gate);
    }

    Answer answer(Request request) {
      int depth = request.segments().size();
      String first = request.segment(0);
      if (first.equals("api")) {
        return api.answer(request);
      }
      boolean post = request.method().equals("POST");
      if (depth == 1 && first.equals("check")) {
        return post ? check.check(request) : check.form();
      }
      if (depth == 1 && first.equals("add")) {
        return post ? add.add(request) : add.form();
      }
      if (depth == 2 && first.equals("speaker")) {
        String id = request.segment(1);
        return post ? speakers.decide(id, request) : speakers.show(id, copies(request));
      }
      if (post) {
        return correct(request, depth, first);
      }
      return show(request, depth, first);
    }

    private static CopiesSwitch copies(Request request) {
      return CopiesSwitch.of(request.query(CopiesSwitch.NAME));
    }

    private Answer correct(Request request, int depth, String first) {
      String second = request.segment(1);
      return switch (first + "/" + depth) {
        case "add/2" -> add.stop(second, request);
        case "watch/1" -> watch.change(request);
        case "article/2" -> corrections.article(second, request);
        case "statement/2" -> corrections.statement(second, request);
        case "decisions/1" -> decisions.revert(request);
        case "decisions/2" -> {
          if (!second.equals("import")) {
            throw Refusal.notFound("There is no page at this address.");
          }
          yield decisions.takeOver(request);
        }
        default -> throw new Refusal(405, "This page only shows; nothing can be sent to it.");
      };
    }

    private Answer running(String asked) {
      if (!asked.equals(name)) {
        throw Refusal.notFound("Another server is called so.");
      }
      return new Answer(200, "text/plain; charset=utf-8", new byte[0], Map.of());
    }

    private Answer show(Request request, int depth, String first) {
      String second = request.segment(1);
      return switch (first + "/" + depth) {
        case "/0" -> home.show(copies(request));
        case "article/2" -> article.show(second, request.query("at"));
        case "statement/2" -> statement.show(second, request);
        case "statement/3" -> statement.file(second, request.segment(2));
        case "articles/1" -> lists.articles(request);
        case "statements/1" -> lists.statements(request);
        case "disputes/1" -> lists.disputes(request);
        case "reading/1" -> lists.reading(request);
        case "speakers/1" -> speakers.list(request);
        case "decisions/1" -> decisions.log(request);
        case "decisions/2" -> decisions.part(second);
        case "export/1" -> exports.show(request);
        case "export/2" -> exports.download(second, request);
        case "outlets/1" -> lists.outlets();
        case "outlet/2" -> outlet.show(second);
        case "timeline/1" -> timeline.show(request);
        case "map/1" -> map.show(request);
        case "search/1" -> search.show(request);
        case "add/2" -> add.show(second);
        case "watch/1" -> watch.show();
        case "running/2" -> running(second);
        case "static/2" -> assets.answer(second, request.header("If-None-Match"));
        default -> throw Refusal.notFound("There is no page at this address.");
      };
    }
  }
}
