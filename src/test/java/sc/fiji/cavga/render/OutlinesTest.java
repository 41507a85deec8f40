package sc.fiji.cavga.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OutlinesTest {

  private static final String[] MASK = {"#....", ".....", "..###", "..###", "..###"};

  private static Outlines outlines() {
    String all = String.join("", MASK);
    boolean[] inside = new boolean[all.length()];
    for (int i = 0; i < inside.length; i++) inside[i] = all.charAt(i) == '#';
    return new Outlines(inside, 5);
  }

  private static String rows(int[] pixels) {
    StringBuilder text = new StringBuilder();
    for (int pixel : pixels) text.append(pixel == 7 ? 'o' : '.');
    return text.toString();
  }

  @Test
  void outsideTheLesionStaysVisible() {
    int[] pixels = new int[25];
    outlines().drawOutside(pixels, 7);
    assertEquals(".o..." + "o.ooo" + ".o..." + ".o..." + ".o...", rows(pixels));
  }

  @Test
  void insideThePicturesEdgeIsAnEdgeToo() {
    int[] pixels = new int[25];
    outlines().drawInside(pixels, 7);
    assertEquals("o...." + "....." + "..ooo" + "..o.o" + "..ooo", rows(pixels));
  }
}
