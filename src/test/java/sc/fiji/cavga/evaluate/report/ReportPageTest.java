package sc.fiji.cavga.evaluate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.evaluate.Evaluator;
import sc.fiji.cavga.evaluate.GreySample;
import sc.fiji.cavga.evaluate.TestModel;
import sc.fiji.cavga.model.examination.MapKind;

class ReportPageTest {

  private static final String HOSTILE = "<script>alert('x')</script>&\"\u202egpj.png";

  @TempDir Path folder;

  private String page(Sample... samples) throws IOException {
    new Evaluator(TestModel.create(false), MapKind.RECONSTRUCTION)
        .evaluate(new Dataset(List.of(), List.of(), List.of(samples)), (d, t, r) -> {}, () -> false)
        .write(folder);
    return Files.readString(folder.resolve(EvaluationReport.PAGE));
  }

  @Test
  void holdsMetricsCurvesAndPictures() throws IOException {
    String page =
        page(
            new GreySample("n1", false, false),
            new GreySample("n2", false, false),
            new GreySample("a1", true, true),
            new GreySample("a2", true, false),
            GreySample.broken("torn"));
    assertTrue(page.contains("2 normal and 2 anomalous test pictures, 1 of them with a mask; 1"));
    assertTrue(page.contains("<td>Image AUROC</td><td class=\"number\">1.000</td>"), page);
    assertEquals(3, count(page, "<svg "));
    // Four pictures among the worst and four among the best: picture and map, and a1's mask.
    assertEquals(2 * (2 * 4 + 1), count(page, "<img "));
    assertEquals(2, count(page, "no mask known"));
    assertEquals(4, count(page, "normal: nothing to mark"));
    assertEquals(8, count(page, "class=\"right\""));
    assertTrue(page.contains("<td>torn</td><td>It is torn, &quot;scan&quot; it again.</td>"));
  }

  @Test
  void needsNothingFromElsewhere() throws IOException {
    String page = page(new GreySample("n1", false, false), new GreySample("a1", true, true));
    Matcher addresses =
        Pattern.compile("(?:src|href|url)\\s*[=(]\\s*\"?([^\"\\s)]*)").matcher(page);
    while (addresses.find()) assertTrue(addresses.group(1).startsWith("data:"), addresses.group());
    assertFalse(page.contains("<script"));
    assertFalse(page.contains("<link"));
    assertTrue(page.contains("default-src 'none'"));
  }

  @Test
  void namesAreNeverMarkup() throws IOException {
    String page =
        page(
            new GreySample(HOSTILE, true, true),
            new GreySample("n", false, false),
            GreySample.broken(HOSTILE));
    assertFalse(page.contains("<script"));
    assertFalse(page.contains("\u202e"));
    assertEquals(
        3, count(page, "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;gpj.png"));
  }

  @Test
  void oneKindAloneHasNoCurves() throws IOException {
    String page = page(new GreySample("a1", true, false));
    assertEquals(0, count(page, "<svg "));
    assertTrue(page.contains("<td>Image AUROC</td><td class=\"number\">–</td>"));
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
