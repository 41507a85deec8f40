package sc.fiji.cavga.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.io.StrictJson;

class SettingsTest {

  private enum Colour {
    RED,
    GREEN
  }

  private static final Setting<Integer> COUNT =
      Setting.integer("count", 4).within(1, 9).json("schedule.steps.count");
  private static final Setting<Double> SHARE =
      Setting.number("share", 0.25).between(0, 1).json("schedule.share").free();
  private static final Setting<Long> SEED = Setting.whole("seed", 0);
  private static final Setting<Boolean> FLAG = Setting.toggle("flag", false);
  private static final Setting<Colour> COLOUR = Setting.choice("colour", Colour.RED);
  private static final Setting<Integer> OTHER = Setting.integer("other", 1);

  private static final Settings DEFAULTS = Settings.of(List.of(COUNT, SHARE, SEED, FLAG, COLOUR));
  private static final Settings CHANGED =
      DEFAULTS
          .with(COUNT, 7)
          .with(SHARE, 1 / 3.0)
          .with(SEED, -12_345_678_901L)
          .with(FLAG, true)
          .with(COLOUR, Colour.GREEN);

  private static final String JSON =
      "{\"schedule\":{\"steps\":{\"count\":4},\"share\":0.25},"
          + "\"seed\":0,\"flag\":false,\"colour\":\"red\"}";

  @Test
  void whatNobodyGaveHasItsDefault() {
    assertEquals(4, DEFAULTS.get(COUNT));
    assertEquals(Colour.RED, DEFAULTS.get(COLOUR));
    assertEquals(7, CHANGED.get(COUNT));
    assertEquals(7, CHANGED.with(DEFAULTS).get(COUNT));
    assertEquals(7, DEFAULTS.with(CHANGED).get(COUNT));
    assertEquals(
        4, CHANGED.with(DEFAULTS.with(COUNT, 4)).get(COUNT), "the default's own value was given");
  }

  @Test
  void aChangeLeavesTheOthersAsTheyWere() {
    Settings changed = DEFAULTS.withText(SHARE, "0.5");
    assertEquals(0.25, DEFAULTS.get(SHARE));
    assertEquals(0.5, changed.get(SHARE));
    assertEquals(0, changed.get(SEED));
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    Exception thrown = assertThrows(IllegalArgumentException.class, () -> DEFAULTS.with(COUNT, 10));
    assertEquals("count (count) must be 1 to 9, not 10.", thrown.getMessage());
    assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withText(COLOUR, "blue"));
  }

  @Test
  void aSettingThatIsNotDeclaredIsRefused() {
    assertFalse(DEFAULTS.has(OTHER));
    assertThrows(IllegalArgumentException.class, () -> DEFAULTS.get(OTHER));
    assertThrows(IllegalArgumentException.class, () -> DEFAULTS.with(OTHER, 2));
    Setting<Integer> namesake = Setting.integer("count", 4);
    assertThrows(IllegalArgumentException.class, () -> DEFAULTS.get(namesake));
    assertEquals(Optional.of(COUNT), DEFAULTS.find("count"));
    assertEquals(Optional.empty(), DEFAULTS.find("other"));
  }

  @Test
  void twoDeclarationsOfOneKeyAreRefused() {
    Setting<Integer> namesake = Setting.integer("count", 4);
    Exception thrown =
        assertThrows(IllegalArgumentException.class, () -> Settings.of(List.of(COUNT, namesake)));
    assertEquals("Two settings are called count.", thrown.getMessage());
    assertEquals(Settings.of(List.of(COUNT)), Settings.of(List.of(COUNT, COUNT)));
  }

  @Test
  void othersValuesAreTakenAsFarAsTheyAreDeclared() {
    Settings few = Settings.of(List.of(COUNT, OTHER)).with(OTHER, 5).with(CHANGED);
    assertEquals(7, few.get(COUNT));
    assertEquals(5, few.get(OTHER));
    assertFalse(few.has(SHARE));
    assertEquals(7, few.with(DEFAULTS).get(COUNT), "what others were not given changes nothing");
  }

  @Test
  void valuesStandAtTheirPlacesAndComeBack() throws IOException {
    assertEquals(JSON, DEFAULTS.toJson().toString());
    assertEquals(DEFAULTS, DEFAULTS.read(StrictJson.parseObject(JSON)));
    Settings back = DEFAULTS.read(StrictJson.parseObject(CHANGED.toJson().toString()));
    assertEquals(CHANGED, back);
    assertEquals(CHANGED.hashCode(), back.hashCode());
    assertNotEquals(DEFAULTS, back);
    assertEquals(1 / 3.0, back.get(SHARE));
    assertEquals(-12_345_678_901L, back.get(SEED));
  }

  @Test
  void wholeNumbersMayComeWithADecimalPoint() throws IOException {
    String json = JSON.replace("\"count\":4", "\"count\":8.0").replace("0.25", "0.5e0");
    Settings read = DEFAULTS.read(StrictJson.parseObject(json));
    assertEquals(8, read.get(COUNT));
    assertEquals(0.5, read.get(SHARE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"seed\":0 | \"seed\":0,\"later\":1 | has an unknown key: later.",
        "\"share\":0.25 | \"share\":0.25,\"x\":{\"y\":[]} | has an unknown key: schedule.x.y.",
        "\"seed\":0 | \"seeds\":0 | must have a whole number as \"seed\".",
        "\"count\":4 | \"count\":\"4\" | must have 1 to 9 as \"schedule.steps.count\".",
        "\"count\":4 | \"count\":null | must have 1 to 9 as \"schedule.steps.count\".",
        "\"count\":4 | \"count\":[4] | must have 1 to 9 as \"schedule.steps.count\".",
        "{\"count\":4} | 4 | must have 1 to 9 as \"schedule.steps.count\".",
        "\"count\":4 | \"count\":10 | count (count) must be 1 to 9, not 10.",
        "\"count\":4 | \"count\":4.5 | must be 1 to 9, not 4.5.",
        "\"share\":0.25 | \"share\":1 | must be above 0 and below 1, not 1.",
        "\"flag\":false | \"flag\":0 | must have true or false as \"flag\".",
        "\"flag\":false | \"flag\":\"false\" | must have true or false as \"flag\".",
        "\"colour\":\"red\" | \"colour\":\"RED\" | must be red or green, not RED.",
        "\"colour\":\"red\" | \"colour\":1 | must have red or green as \"colour\"."
      })
  void saysWhatIsWrongInAFile(String before, String after, String message) {
    assertTrue(JSON.contains(before), before);
    String json = JSON.replace(before, after);
    IOException thrown =
        assertThrows(IOException.class, () -> DEFAULTS.read(StrictJson.parseObject(json)));
    assertTrue(thrown.getMessage().startsWith("The training's configuration "), json);
    assertTrue(thrown.getMessage().contains(message), thrown.getMessage());
    assertTrue(thrown.getMessage().endsWith("."), thrown.getMessage());
  }

  @Test
  void whatMustStayKeepsATrainingFromGoingOn() {
    assertEquals(Optional.empty(), DEFAULTS.obstacleToResume(DEFAULTS));
    assertEquals(
        Optional.of(
            "The training to go on with had 4 as count and not 5: use the same settings, or begin"
                + " anew without the checkpoint."),
        DEFAULTS.with(COUNT, 5).obstacleToResume(DEFAULTS));
    assertTrue(
        CHANGED.obstacleToResume(DEFAULTS).orElseThrow().contains(" as count "), "the first one");
    assertEquals(
        Optional.empty(), DEFAULTS.with(SHARE, 0.75).obstacleToResume(DEFAULTS), "a free one");
    assertEquals(Optional.empty(), DEFAULTS.with(COUNT, 4).obstacleToResume(DEFAULTS));
    assertEquals(
        Optional.empty(),
        Settings.of(List.of(OTHER)).obstacleToResume(DEFAULTS),
        "what the earlier one did not have");
  }
}
