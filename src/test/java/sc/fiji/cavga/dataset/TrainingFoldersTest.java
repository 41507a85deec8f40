package sc.fiji.cavga.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.read.PictureReader;

class TrainingFoldersTest {

  @TempDir Path folder;

  private void picture(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "never read");
  }

  private Dataset open(String normal, String anomalous) throws IOException {
    Path other = anomalous == null ? null : folder.resolve(anomalous);
    return TrainingFolders.open(folder.resolve(normal), other, PictureReader.standard());
  }

  private void refused(String message, String normal, String anomalous) {
    IOException e = assertThrows(IOException.class, () -> open(normal, anomalous));
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @Test
  void oneFolderCannotBeBoth() throws Exception {
    picture("eyes/healthy/a.png");
    picture("eyes/ill/b.png");
    refused(" is the normal pictures' folder", "eyes/healthy", "eyes/../eyes/healthy");
    refused(" lies in the normal pictures' folder", "eyes", "eyes/ill");
    refused(" holds the normal pictures' folder", "eyes/healthy", "eyes");
    Dataset dataset = open("eyes/healthy", "eyes/ill");
    assertEquals(1, dataset.trainNormal().size());
    assertEquals(1, dataset.trainAnomalous().size());
  }

  @ParameterizedTest
  @CsvSource({"train/normal, test/normal", "Training, Testing", "normal, abnormal", "images, mask"})
  void aWholeDataSetIsNoFolderOfHealthyEyes(String healthy, String other) throws Exception {
    picture("set/" + healthy + "/a.png");
    picture("set/" + other + "/b.png");
    refused("looks like a whole data set", "set", null);
    assertEquals(1, open("set/" + healthy, null).trainNormal().size());
  }

  @Test
  void otherSubfoldersAreLearnedFrom() throws Exception {
    picture("eyes/test/a.png");
    picture("eyes/clinic/b.png");
    assertEquals(2, open("eyes", null).trainNormal().size());
  }

  /** What is not learned from is said, as it may be a patient's. */
  @Test
  void whatIsPassedOverIsSaid() throws Exception {
    picture("eyes/1.png");
    PictureFiles.png(folder.resolve("eyes/ground_truth/1.png"), 8, 8, 0);
    picture("ill/2.png");
    Files.writeString(folder.resolve("ill/notes.txt"), "text");
    List<String> said = open("eyes", "ill").warnings();
    assertEquals(2, said.size(), said.toString());
    assertTrue(said.get(0).contains("1 mask of a picture"), said.get(0));
    assertEquals(said.subList(0, 1), open("eyes", null).warnings());
  }
}
