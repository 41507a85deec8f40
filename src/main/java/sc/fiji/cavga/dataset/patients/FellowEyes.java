package sc.fiji.cavga.dataset.patients;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sc.fiji.cavga.dataset.Sample;

/**
 * Finds pictures that are called like the two eyes of patients, such as {@code 12_L} and {@code
 * 12_R}. A name may mislead, so that it is proposed and not assumed.
 */
public final class FellowEyes {

  /** Each finds the patient and then the side, or the side first, in a file's name. */
  private static final List<String> EXPRESSIONS =
      List.of(
          "(?i)(.+)[ _.-](?:left|right|od|os|le|re|l|r)[.]",
          "(.*[0-9])(?:OD|OS|L|R)[.]",
          "(?i)^(?:left|right|od|os|le|re|l|r)[ _.-](.+)[.]");

  private static final Pattern LEFT = Pattern.compile("(?i)left|os|le|l");
  private static final Pattern SIDE = Pattern.compile("(?i)left|right|od|os|le|re|l|r");

  private FellowEyes() {}

  /** What to give as group, in one sentence; empty where nothing looks like it. */
  public static Optional<String> proposal(List<Sample> samples) {
    return EXPRESSIONS.stream()
        .map(expression -> Found.by(expression, samples))
        .filter(found -> found.patients > 0)
        .max(Comparator.comparingInt(found -> found.patients))
        .map(Found::sentence);
  }

  private static final class Found {

    final String expression;
    final int patients;
    final int pictures;

    private Found(String expression, int patients, int pictures) {
      this.expression = expression;
      this.patients = patients;
      this.pictures = pictures;
    }

    static Found by(String expression, List<Sample> samples) {
      Pattern pattern = Pattern.compile(expression);
      Map<String, Set<Boolean>> sides = new TreeMap<>();
      Map<String, Integer> counts = new TreeMap<>();
      for (Sample sample : samples) {
        String name = sample.name().substring(sample.name().lastIndexOf('/') + 1);
        Matcher matcher = pattern.matcher(name);
        if (!matcher.find()) continue;
        String patient = matcher.group(1);
        sides.computeIfAbsent(patient, none -> new TreeSet<>()).add(isLeft(name, matcher));
        counts.merge(patient, 1, Integer::sum);
      }
      int patients = 0;
      int pictures = 0;
      for (Map.Entry<String, Set<Boolean>> each : sides.entrySet()) {
        if (each.getValue().size() < 2) continue;
        patients++;
        pictures += counts.get(each.getKey());
      }
      return new Found(expression, patients, pictures);
    }

    /** The side is what the expression found beside the patient. */
    private static boolean isLeft(String name, Matcher matcher) {
      String rest =
          name.substring(matcher.start(), matcher.start(1))
              + " "
              + name.substring(matcher.end(1), matcher.end());
      return Stream.of(rest.split("[ _.-]+"))
          .map(part -> part.toLowerCase(Locale.ROOT))
          .filter(part -> SIDE.matcher(part).matches())
          .anyMatch(part -> LEFT.matcher(part).matches());
    }

    String sentence() {
      return pictures
          + " pictures look like both eyes of "
          + (patients == 1 ? "1 patient" : patients + " patients")
          + ": give --group \""
          + expression
          + "\" (the input group in Fiji), so that a patient's pictures are not learned from and held"
          + " out at once.";
    }
  }
}
