package org.stemma.app.pages.view;

/** Writes text into markup. The one place where pages escape by hand. */
final class Markup {
  private final StringBuilder out = new StringBuilder();

  /** Text, escaped for element content and for attribute values in double quotation marks. */
  Markup text(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return this;
  }

  /** Markup of our own; never anything that was read. */
  Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  /** {@code name="value"} with a blank before it; nothing when the value is empty. */
  Markup attribute(String name, String value) {
    return value.isEmpty() ? this : raw(" ").raw(name).raw("=\"").text(value).raw("\"");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
