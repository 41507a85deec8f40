package sc.fiji.cavga.localize.folder.work;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.retina.EyesApart;

/** The pictures of a file as rows have them: slices, and of a slice with two eyes each eye. */
final class EyePictures {

  private static final String[] SIDES = {"#left", "#right"};

  private final List<Picture> pictures = new ArrayList<>();
  private final List<String> suffixes = new ArrayList<>();

  /**
   * @param slices of the file
   * @param apart whether two eyes in one slice are taken apart
   */
  EyePictures(List<Picture> slices, boolean apart) {
    for (int slice = 0; slice < slices.size(); slice++) {
      String page = slices.size() == 1 ? "" : "#" + (slice + 1);
      List<Picture> eyes = apart ? EyesApart.of(slices.get(slice)) : List.of(slices.get(slice));
      for (int eye = 0; eye < eyes.size(); eye++) {
        pictures.add(eyes.get(eye));
        suffixes.add(page + (eyes.size() == 1 ? "" : SIDES[eye]));
      }
    }
  }

  int count() {
    return pictures.size();
  }

  Picture picture(int index) {
    return pictures.get(index);
  }

  /** What follows the file's name in tables: {@code #left}, {@code #2}, {@code #2#right}. */
  String suffix(int index) {
    return suffixes.get(index);
  }
}
