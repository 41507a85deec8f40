package sc.fiji.cavga.dataset.patients;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.io.ErrorSentence;
import sc.fiji.cavga.io.table.TableFormat;
import sc.fiji.cavga.io.table.TextFile;

/**
 * Says whose eyes pictures show. Both eyes of a patient, and one eye at two visits, are more alike
 * than those of two patients: with one learned from and the other held out, thresholds are too low.
 */
public final class Patients {

  private static final String TABLE = ".csv";

  /** A path and an extension, with nothing that an expression would have. */
  private static final Pattern FILE_NAME =
      Pattern.compile("(?:[A-Za-z]:)?[^\\\\\\[\\](){}^$|?*+]+\\.[A-Za-z][A-Za-z0-9]{0,7}");

  /** Of tables that spreadsheets and databases write: a path of Windows may look like a regex. */
  private static final Pattern OTHER_TABLE =
      Pattern.compile(
          ".*[^\\\\]\\.(?:xlsx?|xlsm|xlsb|ods|numbers|tsv|tab|txt|json|xml|parquet|sqlite|db|sav|rds)",
          Pattern.CASE_INSENSITIVE);

  private static final String FILE = "file";
  private static final String PATIENT = "patient";

  private final String source;
  private final Function<String, Optional<String>> patients;

  private Patients(String source, Function<String, Optional<String>> patients) {
    this.source = source;
    this.patients = patients;
  }

  /**
   * @param group a table, NAME.csv, with the columns {@code file} (its name, or its path that may
   *     begin above the folder of pictures) and {@code patient}; or a regular expression that is
   *     looked for in the file's name without its folders: its first group is the patient, or all
   *     that it matches
   * @throws IOException with one sentence when it is neither
   */
  public static Patients of(String group) throws IOException {
    try {
      if (group.toLowerCase(Locale.ROOT).endsWith(TABLE)) return ofTable(Paths.get(group));
      requireNoFile(group);
    } catch (InvalidPathException e) {
      throw new IOException(ErrorSentence.orMessage(e), e);
    }
    return ofExpression(group);
  }

  /** An expression that is a file's name by mistake would match nothing, or the wrong pictures. */
  private static void requireNoFile(String group) throws IOException {
    boolean named = FILE_NAME.matcher(group).matches() || OTHER_TABLE.matcher(group).matches();
    if (named || exists(group))
      throw new IOException(
          "The group '"
              + group
              + "' is "
              + (named ? "a file's name" : "a file or folder")
              + " and no table NAME.csv: save the table as CSV with the columns file and patient,"
              + " or write a regular expression, in which \\. is a dot.");
  }

  private static boolean exists(String group) {
    try {
      Path path = Paths.get(group);
      // Dots alone are an expression, and folders too.
      return Files.isRegularFile(path) || Files.isDirectory(path) && group.matches(".*\\w.*");
    } catch (InvalidPathException expression) {
      return false;
    }
  }

  private static Patients ofExpression(String expression) throws IOException {
    Pattern pattern;
    try {
      pattern = Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      throw new IOException(
          "The group '"
              + expression
              + "' is no regular expression ("
              + e.getDescription()
              + "): write one, or give a table NAME.csv with the columns file and patient.",
          e);
    }
    return new Patients(
        "'" + expression + "'",
        name -> {
          Matcher matcher = pattern.matcher(fileName(name));
          if (!matcher.find()) return Optional.empty();
          String first = matcher.groupCount() == 0 ? null : matcher.group(1);
          return named(first == null ? matcher.group() : first);
        });
  }

  // build() is what all versions of commons-csv have that Fiji came with.
  @SuppressWarnings("deprecation")
  private static Patients ofTable(Path table) throws IOException {
    Map<String, String> rows = new HashMap<>();
    try {
      String text = TextFile.read(table, StandardCharsets.UTF_8);
      String header = text.lines().findFirst().orElse("");
      CSVFormat.Builder builder =
          TableFormat.withHeader().builder().setIgnoreHeaderCase(true).setTrim(true);
      // What spreadsheets write where numbers have a decimal comma.
      for (char between : new char[] {';', '\t'})
        if (header.indexOf(between) >= 0) builder.setDelimiter(between);
      CSVFormat format = builder.build();
      try (CSVParser parser = CSVParser.parse(text, format)) {
        for (String column : List.of(FILE, PATIENT))
          if (!parser.getHeaderMap().containsKey(column))
            throw new IOException(
                table + " has no column '" + column + "': give it the columns file and patient.");
        for (CSVRecord row : parser) add(rows, table, row.get(FILE), row.get(PATIENT));
      }
    } catch (CharacterCodingException e) {
      throw new IOException(
          table + " is not written in UTF-8: save it anew as \"CSV UTF-8\", or in that encoding.",
          e);
    } catch (IllegalArgumentException e) {
      throw new IOException(table + " is no table of the columns file and patient.", e);
    } catch (IOException e) {
      throw new IOException(ErrorSentence.orMessage(e), e);
    }
    Map<String, String> ends = withEnds(rows);
    return new Patients(
        table.toString(),
        name -> named(ends.getOrDefault(name, rows.getOrDefault(fileName(name), ""))));
  }

  /** An empty cell, or nothing that an expression finds, names nobody. */
  private static Optional<String> named(String patient) {
    return Optional.of(patient.strip()).filter(id -> !id.isEmpty());
  }

  private static void add(Map<String, String> rows, Path table, String file, String patient)
      throws IOException {
    String path = file.replace('\\', '/');
    String earlier = rows.put(path, patient);
    if (earlier != null && !earlier.equals(patient))
      throw new IOException(
          table + " gives '" + file + "' to two patients: give each file one row.");
  }

  /**
   * Also the ends of paths, as a table may have whole ones; an end that paths of two patients have
   * names nobody.
   */
  private static Map<String, String> withEnds(Map<String, String> rows) {
    Map<String, String> ends = new HashMap<>();
    rows.forEach(
        (path, patient) -> {
          for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
            ends.merge(
                path.substring(at + 1), patient, (one, other) -> one.equals(other) ? one : "");
        });
    ends.putAll(rows);
    return ends;
  }

  private static String fileName(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /**
   * The same data set, its training pictures of known patients. One that is not named stays a
   * patient of its own, which the data set's warnings say.
   *
   * @throws IOException with one sentence when no picture is named
   */
  public Dataset of(Dataset dataset) throws IOException {
    List<String> others = new ArrayList<>();
    List<Sample> normal = of(dataset.trainNormal(), others);
    List<Sample> anomalous = of(dataset.trainAnomalous(), others);
    int all = normal.size() + anomalous.size();
    if (others.size() == all && all > 0)
      throw new IOException(
          "The group "
              + source
              + " names none of the pictures, such as "
              + others.get(0)
              + ": look at how the files are called.");
    List<String> warnings = new ArrayList<>(dataset.warnings());
    if (!others.isEmpty())
      warnings.add(
          String.format(
                  Locale.ROOT, "The group %s does not name %s of %s", source, others.size(), all)
              + " pictures, such as "
              + others.get(0)
              + ": each of them counts as a patient of its own.");
    return dataset.withTraining(normal, anomalous, warnings);
  }

  private List<Sample> of(List<Sample> samples, List<String> others) {
    List<Sample> known = new ArrayList<>();
    for (Sample sample : samples) {
      Optional<String> patient = patients.apply(sample.name());
      if (patient.isEmpty()) others.add(sample.name());
      // A name is no patient: the two must not meet.
      known.add(
          new PatientSample(
              sample, patient.map(id -> "patient " + id).orElse("picture " + sample.name())));
    }
    return known;
  }
}
