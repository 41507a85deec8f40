package sc.fiji.cavga.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.cavga.settings.Setting.Page;

class SettingTest {

  private enum Colour {
    RED,
    SEA_GREEN
  }

  private static final Setting<Integer> COUNT =
      Setting.integer("most_steps", 40).within(1, 5000).label("Steps");
  private static final Setting<Double> SHARE = Setting.number("share", 0.2).between(0, 1);
  private static final Setting<Colour> COLOUR = Setting.choice("colour", Colour.RED);
  private static final Setting<Boolean> FLAG = Setting.toggle("flag", true);

  private static String refused(Setting<?> setting, String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> setting.parse(text)).getMessage();
    assertTrue(message.contains("(" + setting.key() + ")"), message);
    assertTrue(message.endsWith("."), message);
    return message;
  }

  @Test
  void whatPeopleWriteIsRead() {
    assertEquals(1, COUNT.parse("1"));
    assertEquals(5000, COUNT.parse(" 5000 "));
    assertEquals(0.999, SHARE.parse("0.999"));
    assertEquals(0.5, SHARE.parse("0,5"));
    assertEquals(Colour.SEA_GREEN, COLOUR.parse("sea_green"));
    assertEquals(false, FLAG.parse("false"));
    assertEquals(-9_000_000_000L, Setting.whole("seed", 0).parse("-9000000000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "5001", "-1", "1.5", "4e1", "many", "", "99999999999"})
  void anythingElseIsRefusedWithItsRange(String text) {
    assertEquals("Steps (most_steps) must be 1 to 5000, not " + text + ".", refused(COUNT, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "-0.1", "NaN", "Infinity", "-Infinity", "1,000", "half"})
  void aNumberLiesBetweenItsBounds(String text) {
    assertTrue(refused(SHARE, text).contains("must be above 0 and below 1, not "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e999"})
  void aNumberWithoutBoundsIsFinite(String text) {
    assertTrue(refused(Setting.number("any", 0), text).contains("must be a number, not "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RED", "Red", "blue", "sea green", ""})
  void aChoiceIsWrittenInLowerCase(String text) {
    assertTrue(refused(COLOUR, text).contains("must be red or sea_green, not " + text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"True", "yes", "1", ""})
  void aToggleIsTrueOrFalse(String text) {
    assertTrue(refused(FLAG, text).contains("must be true or false, not " + text));
  }

  @Test
  void whatIsQuotedCanBePrinted() {
    assertFalse(refused(COLOUR, "red\u0013\nblue").chars().anyMatch(Character::isISOControl));
    assertTrue(refused(COUNT, "9".repeat(5000)).length() < 300);
  }

  @Test
  void boundsAreWithinOrWithoutTheirEnds() {
    Setting<Double> share = Setting.number("share", 0.5).above(0, 1);
    assertEquals(1, share.checked(1.0));
    assertThrows(IllegalArgumentException.class, () -> share.checked(0.0));
    Setting<Double> within = Setting.number("minutes", 0).within(0, 10);
    assertEquals(0, within.checked(0.0));
    assertEquals(10, within.checked(10.0));
    assertThrows(IllegalArgumentException.class, () -> within.checked(Math.nextUp(10.0)));
    assertThrows(IllegalArgumentException.class, () -> within.checked(Double.NaN));
  }

  @Test
  void theRangeIsSaidInWords() {
    assertEquals("1 to 5000", COUNT.rangeText());
    assertEquals("above 0 and below 1", SHARE.rangeText());
    assertEquals("above 0 and at most 1", Setting.number("a", 1).above(0, 1).rangeText());
    double infinite = Double.POSITIVE_INFINITY;
    assertEquals("0.5 or more", Setting.number("a", 1).within(0.5, infinite).rangeText());
    assertEquals("above 0", Setting.number("a", 1).above(0, infinite).rangeText());
    assertEquals("a number", Setting.number("a", 1).rangeText());
    assertEquals("a whole number", Setting.integer("a", 1).rangeText());
    assertEquals("red or sea_green", COLOUR.rangeText());
    assertEquals("true or false", FLAG.rangeText());
    Setting<Integer> odd = Setting.integer("a", 1).within(1, 3).range("1 or 3");
    assertEquals("1 or 3", odd.rangeText());
    assertTrue(refused(odd, "4").contains("must be 1 or 3, not 4"));
  }

  @ParameterizedTest
  @CsvSource({"1", "4321"})
  void textIsTakenBack(int value) {
    assertEquals(value, COUNT.parse(COUNT.text(value)));
  }

  @Test
  void textOfNumbersAndChoicesIsTakenBack() {
    for (double value : new double[] {0.1, 1e-3, 1 / 3.0})
      assertEquals(value, SHARE.parse(SHARE.text(value)));
    for (Colour value : Colour.values()) assertEquals(value, COLOUR.parse(COLOUR.text(value)));
    assertArrayEquals(new String[] {"red", "sea_green"}, COLOUR.choices());
    assertEquals(0, COUNT.choices().length);
  }

  @Test
  void eachStepOfADeclarationLeavesTheOneBeforeAsItWas() {
    Setting<Integer> plain = Setting.integer("most_steps", 40);
    Setting<Integer> declared =
        plain
            .within(1, 50)
            .json("schedule.most")
            .label("Steps")
            .help("How many.")
            .shown("forty")
            .on(Page.FIRST)
            .free();
    assertNotSame(plain, declared);
    assertEquals("most_steps", plain.label());
    assertEquals("most_steps", plain.jsonPath());
    assertEquals("40", plain.shownDefault());
    assertEquals(Page.NONE, plain.page());
    assertFalse(plain.isFree());
    assertEquals(51, plain.checked(51));
    assertEquals("--most-steps", declared.option());
    assertEquals("schedule.most", declared.jsonPath());
    assertEquals("Steps", declared.label());
    assertEquals("How many.", declared.help());
    assertEquals("forty", declared.shownDefault());
    assertEquals(Page.FIRST, declared.page());
    assertTrue(declared.isFree());
    assertEquals(40, declared.initial());
    assertThrows(IllegalArgumentException.class, () -> declared.checked(51));
  }
}
