package org.stemma.app.pages;

import java.io.IOException;
import java.net.URI;
import org.stemma.app.api.Api;
import org.stemma.app.desk.Shelf;
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
  private final WebServer server;

  private Site(WebServer server) {
    this.server = server;
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
    return new Site(
        WebServer.start(
            settings.port(),
            gate -> new Routes(shelf, gate)::answer,
            new ErrorPages(new Templates(""))::answer));
  }

  /** Where it answers: {@code http://127.0.0.1:8080/}. */
  public URI address() {
    return server.address();
  }

  /** Stops answering. The desk stays open. */
  @Override
  public void close() {
    server.close();
  }

  /** Which page answers which path. */
  private static final class Routes {
    private final Assets assets = new Assets();
    private final HomePage home;
    private final ArticlePage article;
    private final StatementPage statement;
    private final ListPages lists;
    private final SearchPage search;
    private final CheckPage check;
    private final AddPage add;
    private final SpeakerPages speakers;
    private final ExportPage exports;
    private final Api api;

    Routes(Shelf shelf, Gate gate) {
      Templates templates = new Templates(gate.token());
      home = new HomePage(shelf, templates);
      article = new ArticlePage(shelf, templates);
      statement = new StatementPage(shelf, templates);
      lists = new ListPages(shelf, templates);
      search = new SearchPage(shelf, templates);
      check = new CheckPage(shelf, templates, gate);
      add = new AddPage(shelf, templates, gate);
      speakers = new SpeakerPages(shelf, templates, gate);
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
        return post ? speakers.decide(id, request) : speakers.show(id);
      }
      if (depth == 1 && first.equals("decisions")) {
        return post ? speakers.revert(request) : speakers.log();
      }
      if (post) {
        throw Refusal.notAllowed("GET, HEAD", "This page only shows; nothing can be sent to it.");
      }
      return show(request, depth, first);
    }

    private Answer show(Request request, int depth, String first) {
      String second = request.segment(1);
      return switch (first + "/" + depth) {
        case "/0" -> home.show();
        case "article/2" -> article.show(second, request.query("at"));
        case "statement/2" -> statement.show(second);
        case "articles/1" -> lists.articles(request);
        case "statements/1" -> lists.statements(request);
        case "disputes/1" -> lists.disputes(request);
        case "reading/1" -> lists.reading(request);
        case "speakers/1" -> speakers.list(request);
        case "export/1" -> exports.show(request);
        case "export/2" -> exports.download(second, request);
        case "outlets/1" -> lists.outlets();
        case "search/1" -> search.show(request.query("q").orElse(""));
        case "static/2" -> assets.answer(second, request.header("If-None-Match"));
        default -> throw Refusal.notFound("There is no page at this address.");
      };
    }
  }
}
