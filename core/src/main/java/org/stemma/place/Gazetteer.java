package org.stemma.place;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparingInt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.stemma.place.Location.Kind;
import org.stemma.text.Spelling;

/**
 * The countries of the world, the states of the United States and the world's towns of 15,000
 * people or more, by name. Made of GeoNames (CC BY 4.0) and Natural Earth by {@code
 * bench/places/make.py}. Thread-safe; read once, when first asked.
 */
public final class Gazetteer {
  private static final String FILE = "places.tsv.gz";

  /** What texts say for a country beside its name. */
  private static final Map<String, String> SHORT =
      Map.of(
          "us", "unitedstates",
          "usa", "unitedstates",
          "unitedstatesofamerica", "unitedstates",
          "america", "unitedstates",
          "uk", "unitedkingdom",
          "britain", "unitedkingdom",
          "greatbritain", "unitedkingdom",
          "uae", "unitedarabemirates");

  private final Map<String, List<Location>> byName = new HashMap<>();

  /** By names that other languages give; asked only where nothing has the name itself. */
  private final Map<String, List<Location>> byOtherName = new HashMap<>();

  /** A town of so many people is meant before a region of its name. */
  private static final long LARGE = 500_000;

  private static final Comparator<Location> LIKELIEST_FIRST =
      comparingInt(Gazetteer::rank).thenComparing(place -> -place.people());

  private Gazetteer() {}

  private static int rank(Location place) {
    return switch (place.kind()) {
      case COUNTRY -> 0;
      case REGION -> 2;
      case TOWN -> place.people() >= LARGE ? 1 : 3;
    };
  }

  /** The one gazetteer. */
  public static Gazetteer ofTheWorld() {
    return World.GAZETTEER;
  }

  private static final class World {
    static final Gazetteer GAZETTEER = read();
  }

  /**
   * The places that have a name: countries first, then large towns, regions and other towns, those
   * with most people first. More than one where the name is ambiguous; none where it is not known.
   *
   * @param name in any case, with or without its accents
   */
  public List<Location> named(String name) {
    String folded = Spelling.folded(name);
    String full = SHORT.getOrDefault(folded, folded);
    List<Location> found = byName.getOrDefault(full, List.of());
    return List.copyOf(found.isEmpty() ? byOtherName.getOrDefault(full, List.of()) : found);
  }

  private static Gazetteer read() {
    Gazetteer gazetteer = new Gazetteer();
    Map<String, String> countries = new HashMap<>();
    try (InputStream in = Gazetteer.class.getResourceAsStream(FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(new GZIPInputStream(in), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] parts = line.split("\t");
        String[] names = parts[1].split("\\|");
        Kind kind = Kind.valueOf(parts[0].toUpperCase(Locale.ROOT));
        if (kind == Kind.COUNTRY) {
          countries.put(parts[2], names[0]);
        }
        gazetteer.add(
            names,
            new Location(
                names[0],
                countries.getOrDefault(parts[2], parts[2]),
                kind,
                Double.parseDouble(parts[3]),
                Double.parseDouble(parts[4]),
                Long.parseLong(parts[5])));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the list of places cannot be read", e);
    }
    gazetteer.byName.values().forEach(places -> places.sort(LIKELIEST_FIRST));
    gazetteer.byOtherName.values().forEach(places -> places.sort(LIKELIEST_FIRST));
    return gazetteer;
  }

  private void add(String[] names, Location place) {
    put(byName, names[0], place);
    for (int i = 1; i < names.length; i++) {
      put(byOtherName, names[i], place);
    }
  }

  private static void put(Map<String, List<Location>> index, String name, Location place) {
    index.computeIfAbsent(Spelling.folded(name), n -> new ArrayList<>(1)).add(place);
  }
}
