package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.method.local.LocalSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.train.TrainingConfig;

class DemoCommandTest {

  @TempDir Path folder;

  @Test
  void leavesEverythingInItsFolder() throws Exception {
    Path data = DrawnPictures.dataset(folder.resolve("data"));
    Path output = folder.resolve("demo");
    TrainingConfig config =
        TrainingConfig.standard()
            .with(CommonSettings.SIZE, 16)
            .with(CommonSettings.BATCH, 4)
            .with(LocalSettings.STEPS, 3);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new CommandLine(new DemoCommand(config))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute("--data", data.toString(), "--output", output.toString());
    assertEquals(ExitCode.DONE, code, err.toString());
    for (String file :
        new String[] {
          "model.cavga",
          "metrics.json",
          "scores.csv",
          "roc.svg",
          "normal/results.csv",
          "normal/overlays/n0.png",
          "abnormal/maps/a2.tif",
          "abnormal/regions.csv"
        }) assertTrue(Files.exists(output.resolve(file)), file);
    BufferedImage sheet = ImageIO.read(output.resolve("contact-sheet.png").toFile());
    assertNotNull(sheet);
    assertTrue(sheet.getWidth() > sheet.getHeight() / 2);
    assertTrue(out.toString().contains(output.resolve("contact-sheet.png").toString()));
    assertTrue(out.toString().contains("image AUROC"), out.toString());
  }

  @Test
  void theRealOneMakesAllStepsOnSlowMachinesToo() {
    TrainingConfig config = DemoCommand.standard();
    assertEquals(List.of("local", "disc"), config.methodNames());
    assertEquals(128, config.get(CommonSettings.SIZE));
    assertEquals(0, config.get(CommonSettings.MINUTES));
  }
}
