package org.stemma.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.stemma.model.Act;
import org.stemma.model.AlterationKind;

/** What a query can ask of beside words. The names, in lower case, are those of the language. */
public enum Field {
  /** Words of a name of the one who said it, or the id of one. */
  SPEAKER,
  /** Words of the name of the outlet that carries it. */
  OUTLET,
  /** Words of the name of an outlet that had a shared statement first, as far as dates tell. */
  FIRST,
  /** Words of the name of whom the outlet credits for it. */
  VIA,
  /** What the cue does. */
  ACT,
  /** In quotation marks or told. */
  KIND,
  /** The gravest thing that happened to a shared statement. */
  FATE,
  /** How the wording differs from the one compared with. */
  CHANGE,
  /** A day, month or year in which the article appeared. */
  DATE,
  /** The same, or later. */
  FROM,
  /** The same, or earlier. */
  TO,
  /** Later. */
  AFTER,
  /** Earlier. */
  BEFORE;

  /** What {@link #KIND} takes. */
  static final List<String> KINDS = List.of("direct", "indirect");

  /** A statement that one outlet alone carries. */
  public static final String ALONE = "alone";

  /** A statement that more than one outlet carries, whatever happened to it. */
  public static final String SHARED = "shared";

  /** What {@link #FATE} takes. */
  public static final List<String> FATES =
      List.of(
          "sense",
          "altered",
          "truncated",
          "retranslated",
          "paraphrased",
          "verbatim",
          SHARED,
          ALONE);

  /** The field of a name, in any case. */
  static Optional<Field> named(String name) {
    return Arrays.stream(values()).filter(f -> f.label().equals(lower(name))).findFirst();
  }

  /** As the language has it. */
  public String label() {
    return lower(name());
  }

  /** True where the value is a day, month or year. */
  boolean isDate() {
    return compareTo(DATE) >= 0;
  }

  /** The name of a closed value in the language: {@code number-changed}. */
  public static String name(Enum<?> constant) {
    return lower(constant.name()).replace('_', '-');
  }

  /** The name of the constant that {@link #name(Enum)} made a value of. */
  public static String constant(String value) {
    return value.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /**
   * The value as the language has it.
   *
   * @throws QueryException when the field has no such value
   */
  String checked(String value, int at) {
    return switch (this) {
      case SPEAKER, OUTLET, FIRST, VIA -> value;
      case ACT -> one(Stream.of(Act.values()), value, at, Field::forms);
      case KIND -> one(KINDS.stream(), value, at, List::of);
      case FATE -> one(FATES.stream(), value, at, List::of);
      case CHANGE ->
          one(Stream.of(AlterationKind.values()), value, at, kind -> List.of(name(kind)));
      case DATE, FROM, TO, AFTER, BEFORE -> Period.of(value, at).text();
    };
  }

  /** "deny" and "denies". */
  private static List<String> forms(Act act) {
    String name = name(act);
    String third =
        name.endsWith("y") && !name.endsWith("ay")
            ? name.substring(0, name.length() - 1) + "ies"
            : name + "s";
    return List.of(name, third);
  }

  private <T> String one(Stream<T> all, String value, int at, Function<T, List<String>> formsOf) {
    String wanted = lower(value).replace('_', '-');
    List<List<String>> forms = all.map(formsOf).toList();
    for (List<String> each : forms) {
      if (each.contains(wanted)) {
        return each.get(0);
      }
    }
    throw new QueryException(
        "\""
            + value
            + "\" is nothing that \""
            + label()
            + ":\" takes, which is one of "
            + String.join(", ", forms.stream().map(each -> each.get(0)).toList()),
        at);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
