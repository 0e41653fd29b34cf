package org.stemma.app.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;
import org.stemma.app.web.Answer;

/** Fills the templates, which were compiled with the program. Thread-safe. */
final class Templates {
  private static final String COMPILED = "org.stemma.app.pages.template";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), COMPILED);
  private final String token;

  /**
   * @param token what forms must carry to write
   */
  Templates(String token) {
    this.token = token;
  }

  /**
   * @param name of the template, without ending
   * @param title of the page, without "Stemma"
   * @param view the template's parameter {@code view}
   */
  Answer page(String name, String title, Object view) {
    return page(200, name, title, view);
  }

  /** The same, with more parameters of the template. */
  Answer page(String name, String title, Object view, Map<String, Object> more) {
    return page(200, name, title, view, more);
  }

  Answer page(int status, String name, String title, Object view) {
    return page(status, name, title, view, Map.of());
  }

  private Answer page(
      int status, String name, String title, Object view, Map<String, Object> more) {
    return Answer.html(status, render(name, title, view, more));
  }

  /** The filled template. */
  String render(String name, String title, Object view) {
    return render(name, title, view, Map.of());
  }

  private String render(String name, String title, Object view, Map<String, Object> more) {
    Map<String, Object> parameters = new HashMap<>(more);
    parameters.put("title", title);
    parameters.put("token", token);
    parameters.put("view", view);
    StringOutput out = new StringOutput();
    engine.render(name + ".jte", parameters, out);
    return out.toString();
  }
}
