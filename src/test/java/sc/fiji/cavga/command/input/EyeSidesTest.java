package sc.fiji.cavga.command.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.picture.Laterality;
import sc.fiji.cavga.picture.Picture;

final class EyeSidesTest {

  @Test
  void whatIsSaidComesBeforeWhatTheFileSays() {
    Picture picture =
        new ChosenPictures(new ImagePlus("eye", new ColorProcessor(4, 3)), ChosenPictures.CURRENT)
            .picture(0);
    Picture right = EyeSides.sided(picture, EyeSides.of(" Right "));
    assertEquals(Laterality.RIGHT, right.side());
    assertEquals(Laterality.LEFT, EyeSides.sided(right, EyeSides.of(EyeSides.LEFT)).side());
    assertSame(right, EyeSides.sided(right, EyeSides.of(EyeSides.AUTO)));
  }

  @Test
  void anotherSideIsRefusedWithASentence() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> EyeSides.of(null)).getMessage();
    assertTrue(message.contains("\"auto\", \"right\" or \"left\""), message);
  }
}
