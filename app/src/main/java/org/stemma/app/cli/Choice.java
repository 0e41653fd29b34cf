package org.stemma.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.stemma.app.json.JsonOutput;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A word on the command line that is one of few; told in lower case when it is none of them. */
final class Choice<E extends Enum<E>> implements ITypeConverter<E> {
  private final Class<E> type;

  Choice(Class<E> type) {
    this.type = type;
  }

  @Override
  public E convert(String word) {
    try {
      return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      List<String> words = Arrays.stream(type.getEnumConstants()).map(JsonOutput::name).toList();
      throw new TypeConversionException("\"" + word + "\" is none of: " + String.join(", ", words));
    }
  }
}
