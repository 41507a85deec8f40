package sc.fiji.cavga.localize.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.cavga.dataset.PictureFolder;
import sc.fiji.cavga.io.table.TableFormat;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.read.PictureReader;

/** Real files, where there are any: each is localized or has a message. */
class RealPicturesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"dicom", "dicom-fundus", "retina", "large", "ome-tiff"})
  void eachIsLocalizedOrSaysWhyNot(String name) throws IOException {
    Path input = Photographs.real(name);
    int files = PictureFolder.files(input).size();
    try (Localizer localizer =
        new Localizer(TinyModel.create(FieldOfViewMode.RETINA), MapKind.RECONSTRUCTION)) {
      FolderSummary summary =
          new FolderLocalizer(
                  localizer,
                  PictureReader.standard(),
                  new FolderOptions(false, false, false, true, true))
              .run(input, folder, progress -> {}, () -> false);
      assertEquals(FolderSummary.End.COMPLETE, summary.end());
      assertTrue(summary.done() + summary.failed() >= files);
    }
    for (CSVRecord row : TableFormat.rows(folder.resolve("results.csv"))) {
      if (row.get("status").equals("ok"))
        assertTrue(Double.isFinite(Double.parseDouble(row.get("score"))));
      else assertTrue(row.get("message").matches("(?s)[^.].{20,}\\."), row.toString());
    }
    assertTrue(Files.size(folder.resolve("regions.csv")) > 0);
  }
}
