package sc.fiji.cavga.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.plugin.PluginService;
import sc.fiji.cavga.dataset.layout.FolderLayout;
import sc.fiji.cavga.dataset.layout.IdxLayout;

class LayoutsTest {

  @TempDir Path root;

  @Test
  void layoutsAreFoundByTheirAnnotation() throws IOException {
    Layouts layouts = Layouts.discovered();
    assertEquals(List.of("cifar10", "idx", "lag", "mstc", "mvtec", "folder"), layouts.names());
    assertEquals(IdxLayout.class, layouts.find("idx").getClass());
    try (Context context = new Context(PluginService.class)) {
      assertEquals(layouts.names(), Layouts.of(context).names());
    }
  }

  @Test
  void aLayoutSaysWhatItsPicturesShow() throws IOException {
    Layouts layouts = Layouts.discovered();
    assertEquals(Subject.THING, layouts.subject(root, "idx"));
    assertEquals(Subject.SCENE, layouts.subject(root, "mvtec"));
    assertEquals(Subject.RETINA, layouts.subject(root, "lag"));
    Files.createDirectories(root.resolve("train/normal"));
    assertEquals(Subject.RETINA, layouts.subject(root, null));
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    Layouts layouts = new Layouts(List.of(new IdxLayout(), new FolderLayout()));
    IOException problem = assertThrows(IOException.class, () -> layouts.find("mnist"));
    assertEquals(
        "There is no data set layout 'mnist'; choose one of idx, folder.", problem.getMessage());
  }

  @Test
  void theFirstThatMatchesIsDetected() throws IOException {
    FolderLayout folder = new FolderLayout();
    Layouts layouts = new Layouts(List.of(new IdxLayout(), folder));
    Files.createDirectories(root.resolve("train/normal"));
    assertSame(folder, layouts.detect(root));
    Files.createFile(root.resolve("train-images-idx3-ubyte"));
    assertEquals("idx", layouts.detect(root).name());
  }

  @Test
  void whatLooksLikeNoneShowsAllTrees() {
    Layouts layouts = new Layouts(List.of(new IdxLayout(), new FolderLayout()));
    IOException problem = assertThrows(IOException.class, () -> layouts.detect(root));
    assertTrue(problem.getMessage().contains("train-images-idx3-ubyte"));
    assertTrue(problem.getMessage().contains("test/abnormal/"));
    IOException missing =
        assertThrows(IOException.class, () -> layouts.detect(root.resolve("none")));
    assertTrue(missing.getMessage().contains("does not exist"));
  }
}
