package sc.fiji.cavga.model.training;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PictureContent;

/**
 * By which a model knows the pictures again that it was made of, those that were held out included:
 * the {@link PictureContent} of each. No names, and no order that would tell a picture's role.
 */
public final class LearnedPictures {

  private static final String KEY = "contents_sha256";

  /** More would make the description too long to be written. */
  private static final int MOST = 100_000;

  private final Set<String> contents;

  private LearnedPictures(Set<String> contents) {
    this.contents = contents;
  }

  /**
   * Notes the pictures' contents in a model's provenance; of very many those with the smallest
   * numbers, which are as good as drawn by lot.
   */
  public static void note(JsonObject provenance, Collection<String> contents) {
    JsonArray noted = new JsonArray();
    new TreeSet<>(contents).stream().limit(MOST).forEach(noted::add);
    provenance.add(KEY, noted);
  }

  /** As {@link #note}, beside those that the provenance notes already. */
  public static void noteToo(JsonObject provenance, Collection<String> contents) {
    Set<String> all = new HashSet<>(of(provenance).contents);
    all.addAll(contents);
    note(provenance, all);
  }

  /** Those that a model's provenance notes; none for a model of earlier software. */
  public static LearnedPictures of(JsonObject provenance) {
    Set<String> contents = new HashSet<>();
    JsonElement noted = provenance.get(KEY);
    if (noted instanceof JsonArray)
      for (JsonElement each : (JsonArray) noted)
        if (each.isJsonPrimitive()) contents.add(each.getAsString());
    return new LearnedPictures(contents);
  }

  /** Whether the model was made of this photograph too, whatever its file is called. */
  public boolean contain(Picture picture) {
    return !contents.isEmpty()
        && PictureContent.hash(picture).filter(contents::contains).isPresent();
  }
}
