package org.stemma.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which given names one person goes by: "Bill" and "William", "Mohamed" and "Muhammad". */
public final class GivenNames {
  private static final Map<String, Set<String>> VARIANTS = load();

  private GivenNames() {}

  /**
   * True when both may be names of one person; of equal names always.
   *
   * @param one as {@link Spelling#folded} gives it
   * @param other the same
   */
  public static boolean areVariants(String one, String other) {
    return one.equals(other) || VARIANTS.getOrDefault(one, Set.of()).contains(other);
  }

  /** All names of a person who is called so; at least the name itself. */
  public static Set<String> variantsOf(String folded) {
    return VARIANTS.getOrDefault(folded, Set.of(folded));
  }

  private static Map<String, Set<String>> load() {
    Map<String, Set<String>> variants = new HashMap<>();
    try (InputStream in = GivenNames.class.getResourceAsStream("given-names.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          List<String> names = List.of(line.trim().split("\\s+", -1));
          for (String name : names) {
            variants.computeIfAbsent(name, n -> new HashSet<>()).addAll(names);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the list of given names cannot be read", e);
    }
    return variants;
  }
}
