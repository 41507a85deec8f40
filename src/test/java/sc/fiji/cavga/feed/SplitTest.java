package sc.fiji.cavga.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.dataset.MemorySample;
import sc.fiji.cavga.dataset.Sample;

class SplitTest {

  private static List<Sample> samples(int count) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) samples.add(new MemorySample("eye" + i + ".jpg", 0));
    return samples;
  }

  private static List<String> names(List<Sample> samples) {
    return samples.stream().map(Sample::name).collect(Collectors.toList());
  }

  @ParameterizedTest
  @CsvSource({
    "3,0.2,1",
    "4,0.2,2",
    "4,0.9,2",
    "5,0.2,2",
    "10,0.01,2",
    "10,0.99,8",
    "100,0.2,20",
    "134,0.2,27"
  })
  void holdsOutTheShareWithinItsBounds(int count, double share, int expected) throws IOException {
    Split split = Split.of(samples(count), share, 7);
    assertEquals(expected, split.heldOut().size());
    Set<String> all = new HashSet<>(names(split.heldOut()));
    all.addAll(names(split.training()));
    assertEquals(count, all.size());
    assertEquals(count - expected, split.training().size());
  }

  private static List<Sample> ofPatients(int patients, int eyes) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < patients * eyes; i++) {
      String patient = "patient " + i / eyes;
      samples.add(
          new MemorySample("eye" + i + ".jpg", 0) {
            @Override
            public Optional<String> patient() {
              return Optional.of(patient);
            }
          });
    }
    return samples;
  }

  private static Set<String> patients(List<Sample> samples) {
    return samples.stream().map(Sample::patientOrName).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource({"20,2", "7,3", "3,2", "4,5", "10,1"})
  void aPatientsPicturesStayOnOneSide(int count, int eyes) throws IOException {
    for (long seed = 0; seed < 20; seed++) {
      Split split = Split.of(ofPatients(count, eyes), 0.2, seed);
      Set<String> both = patients(split.heldOut());
      both.retainAll(patients(split.training()));
      assertEquals(Set.of(), both);
      assertEquals(count * eyes, split.heldOut().size() + split.training().size());
      assertTrue(split.training().size() >= 2);
      assertTrue(patients(split.heldOut()).size() >= (count * eyes > 4 ? 2 : 1));
    }
    assertThrows(IOException.class, () -> Split.of(ofPatients(2, 6), 0.2, 1));
  }

  /** Of whom an ill eye is learned from, the healthy one is no independent test. */
  @Test
  void patientsWhoseOtherPicturesAreLearnedFromAreHeldOutLast() throws IOException {
    Set<String> learned = new HashSet<>();
    for (int i = 0; i < 12; i++) learned.add("patient " + i);
    for (long seed = 0; seed < 20; seed++) {
      Set<String> held = patients(Split.of(ofPatients(20, 2), 0.2, seed, learned).heldOut());
      held.retainAll(learned);
      assertEquals(Set.of(), held);
    }
  }

  @Test
  void doesNotDependOnTheOrderOfTheList() throws IOException {
    List<Sample> shuffled = samples(40);
    Collections.shuffle(shuffled, new Random(1));
    Split one = Split.of(samples(40), 0.2, 3);
    Split other = Split.of(shuffled, 0.2, 3);
    assertEquals(names(one.heldOut()), names(other.heldOut()));
    assertEquals(names(one.training()), names(other.training()));
    assertNotEquals(names(one.heldOut()), names(Split.of(samples(40), 0.2, 4).heldOut()));
  }

  @Test
  void anAddedPictureMovesFewOthers() throws IOException {
    Set<String> before = new HashSet<>(names(Split.of(samples(100), 0.2, 3).heldOut()));
    before.removeAll(names(Split.of(samples(101), 0.2, 3).heldOut()));
    assertTrue(before.size() <= 1, before.toString());
  }

  @Test
  void saysWhatIsMissing() {
    for (int count = 0; count < 3; count++) {
      List<Sample> few = samples(count);
      IOException problem = assertThrows(IOException.class, () -> Split.of(few, 0.2, 1));
      assertTrue(problem.getMessage().contains("at least three normal pictures"));
    }
    for (double share : new double[] {0, 1, -1, Double.NaN})
      assertThrows(IllegalArgumentException.class, () -> Split.of(samples(9), share, 1));
  }
}
