package sc.fiji.cavga.ui;

import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.ImageWindow;
import java.awt.Canvas;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.Map;
import java.util.TreeMap;
import sc.fiji.cavga.render.HeatMap;
import sc.fiji.cavga.render.Rgb;

/**
 * The colour bar and the decision below a picture, in the picture's own window: where they would
 * hide the retina if they stood on it. Of a stack it has the decision of the picture that is shown.
 */
public final class LegendPanel extends Canvas implements ImageListener {

  private static final long serialVersionUID = 1;

  private static final int SMALLEST_WIDTH = 180;
  private static final int LONGEST_BAR = 320;
  private static final int BAR = 10;
  private static final int GAP = 6;
  private static final int LINE = 15;

  /** Pixels of a letter, about. */
  private static final int LETTER = 7;

  /** Width from which on the bar's values have words. */
  private static final int WORDS = 240;

  /** What transparent colours are shown on: about what retinas look like. */
  private static final int GROUND = 0xa84e26;

  private final transient ImagePlus image;
  private final int width;
  private final transient Map<Integer, String> decisions = new TreeMap<>();
  private double opacity;

  private LegendPanel(ImagePlus image, int width) {
    this.image = image;
    this.width = Math.max(SMALLEST_WIDTH, width);
    setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    setBackground(Color.WHITE);
  }

  /**
   * Shows it below a picture; without windows nothing is done.
   *
   * @param stackIndex of the picture's (first) slice in the image's stack, from 1
   * @param opacity of the colours in the picture
   */
  public static void show(ImagePlus image, int stackIndex, String decision, double opacity) {
    if (!Desktop.hasWindows()) return;
    EventQueue.invokeLater(
        () -> {
          ImageWindow window = image.getWindow();
          if (window == null) return;
          LegendPanel panel = in(window);
          if (panel == null) {
            panel = new LegendPanel(image, window.getCanvas().getWidth());
            window.add(panel);
            ImagePlus.addImageListener(panel);
          }
          panel.opacity = opacity;
          panel.decisions.put(stackIndex, decision);
          // What it paints, for who cannot see it.
          panel.getAccessibleContext().setAccessibleDescription(panel.decision());
          window.pack();
          panel.repaint();
        });
  }

  /** Takes away what was shown of a picture. */
  public static void remove(ImagePlus image, int stackIndex) {
    if (!Desktop.hasWindows()) return;
    EventQueue.invokeLater(
        () -> {
          ImageWindow window = image.getWindow();
          LegendPanel panel = window == null ? null : in(window);
          if (panel == null) return;
          panel.decisions.remove(stackIndex);
          if (panel.decisions.isEmpty()) {
            window.remove(panel);
            ImagePlus.removeImageListener(panel);
          }
          window.pack();
        });
  }

  private static LegendPanel in(ImageWindow window) {
    for (Component part : window.getComponents())
      if (part instanceof LegendPanel) return (LegendPanel) part;
    return null;
  }

  /** Of the picture that is shown: the last one at or before its slice. */
  private String decision() {
    String shown = "";
    for (Map.Entry<Integer, String> each : decisions.entrySet())
      if (each.getKey() <= image.getCurrentSlice()) shown = each.getValue();
    return shown;
  }

  private String[] lines(String text) {
    return TextLines.broken(text, (width - 2 * GAP) / LETTER).split("\n");
  }

  @Override
  public Dimension getPreferredSize() {
    int lines = 1;
    for (String decision : decisions.values())
      lines = Math.max(lines, lines("1 = threshold. " + decision).length);
    return new Dimension(width, GAP + BAR + LINE + lines * LINE + GAP);
  }

  @Override
  public void paint(Graphics graphics) {
    ((Graphics2D) graphics)
        .setRenderingHint(
            RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    int length = Math.min(LONGEST_BAR, width - 2 * GAP);
    for (int x = 0; x < length; x++) {
      int colour = HeatMap.solid(HeatMap.TOP * x / (length - 1));
      graphics.setColor(
          new Color(colour == 0 ? GROUND : Rgb.blended(GROUND, colour, (float) opacity)));
      graphics.drawLine(GAP + x, GAP, GAP + x, GAP + BAR - 1);
    }
    graphics.setColor(Color.BLACK);
    graphics.drawRect(GAP, GAP, length - 1, BAR);
    boolean words = length >= WORDS;
    for (int value = 0; value <= HeatMap.TOP; value++) {
      int x = GAP + Math.round((length - 1) * value / HeatMap.TOP);
      graphics.drawLine(x, GAP, x, GAP + BAR + 2);
      String label = "" + value;
      if (value == 1 && words) label = "1 = threshold";
      if (value == HeatMap.TOP) label = words ? "3 or more" : "3+";
      int wide = graphics.getFontMetrics().stringWidth(label);
      int left = value == 0 ? x : value == HeatMap.TOP ? x - wide + 1 : x - wide / 2;
      graphics.drawString(label, left, GAP + BAR + LINE - 1);
    }
    String[] lines = lines((words ? "" : "1 = threshold. ") + decision());
    for (int i = 0; i < lines.length; i++)
      graphics.drawString(lines[i], GAP, GAP + BAR + (i + 2) * LINE);
  }

  @Override
  public void imageOpened(ImagePlus opened) {}

  @Override
  public void imageClosed(ImagePlus closed) {
    if (closed == image) ImagePlus.removeImageListener(this);
  }

  @Override
  public void imageUpdated(ImagePlus updated) {
    if (updated != image) return;
    getAccessibleContext().setAccessibleDescription(decision());
    repaint();
  }
}
