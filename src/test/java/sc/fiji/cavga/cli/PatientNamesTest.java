package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.cli.error.ExitCode;

/** What a DICOM header says of a patient stays in it. */
class PatientNamesTest {

  private static final List<String> SECRETS =
      List.of("DOE^JANE", "PID-4711", "19420203", "General Hospital", "Ward 7");

  private static final int SIZE = 64;

  @TempDir Path folder;

  @Test
  void nothingOfThePatientIsWrittenOrSaid() throws Exception {
    Path data = folder.resolve("data");
    for (int i = 0; i < 6; i++) photograph(data.resolve("train/normal/n" + i + ".dcm"), i, true);
    for (int i = 0; i < 2; i++)
      photograph(data.resolve("test/normal/n" + i + ".dcm"), 50 + i, true);
    photograph(data.resolve("test/abnormal/a.dcm"), 90, true);
    photograph(data.resolve("test/abnormal/cut.dcm"), 91, false);
    assertTrue(secretIn(Files.readAllBytes(data.resolve("test/abnormal/cut.dcm"))));

    Path written = Files.createDirectory(folder.resolve("written"));
    Path model = written.resolve("m.cavga");
    Ran trained = TinyTraining.train(model, "--dataset", data.toString());
    assertEquals(ExitCode.DONE, trained.code(), trained.err());
    List<Ran> all = new ArrayList<>(List.of(trained));
    String[] where = {"--model", "" + model, "--verbose", "--output"};
    all.add(ran("localize", where, written.resolve("maps"), "--input", data));
    all.add(ran("evaluate", where, written.resolve("all"), "--dataset", data));
    for (Ran ran : all) assertFalse(secretIn((ran.out() + ran.err()).getBytes()), ran.err());
    assertEquals(ExitCode.SOME_FAILED, all.get(1).code(), all.get(1).err());
    for (Path file : files(written))
      for (byte[] content : contents(file)) assertFalse(secretIn(content), file.toString());
    assertTrue(files(written).size() > 20);
  }

  private static Ran ran(String command, String[] where, Path output, String from, Path input) {
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(List.of(where));
    words.addAll(List.of(output.toString(), from, input.toString()));
    return Ran.with(words.toArray(new String[0]));
  }

  private static boolean secretIn(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return SECRETS.stream().anyMatch(text::contains);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).collect(Collectors.toList());
    }
  }

  /** The file, and what is packed in it. */
  private static List<byte[]> contents(Path file) throws IOException {
    List<byte[]> contents = new ArrayList<>(List.of(Files.readAllBytes(file)));
    if (!file.toString().endsWith(".zip")) return contents;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); )
        try (InputStream in = zip.getInputStream(all.nextElement())) {
          contents.add(in.readAllBytes());
        }
    }
    return contents;
  }

  /** An orange disc in RGB, uncompressed, with a patient. */
  private static void photograph(Path file, int seed, boolean whole) throws IOException {
    Random random = new Random(seed);
    byte[] pixels = new byte[3 * SIZE * SIZE];
    for (int i = 0; i < SIZE * SIZE; i++) {
      int noise = random.nextInt(20);
      if (Math.hypot(i % SIZE - 31.5, i / SIZE - 31.5) > 28) continue;
      pixels[3 * i] = (byte) (180 + noise);
      pixels[3 * i + 1] = (byte) (80 + noise);
      pixels[3 * i + 2] = 30;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[128]);
    out.write("DICM".getBytes(StandardCharsets.US_ASCII));
    text(out, 0x0002, 0x0010, "UI", "1.2.840.10008.1.2.1\0");
    text(out, 0x0008, 0x0080, "LO", SECRETS.get(3));
    text(out, 0x0008, 0x1040, "LO", SECRETS.get(4));
    text(out, 0x0010, 0x0010, "PN", SECRETS.get(0));
    text(out, 0x0010, 0x0020, "LO", SECRETS.get(1));
    text(out, 0x0010, 0x0030, "DA", SECRETS.get(2));
    number(out, 0x0002, 3);
    text(out, 0x0028, 0x0004, "CS", "RGB");
    number(out, 0x0006, 0);
    number(out, 0x0010, SIZE);
    number(out, 0x0011, SIZE);
    number(out, 0x0100, 8);
    number(out, 0x0101, 8);
    element(out, 0x7fe0, 0x0010, "OB", pixels);
    Files.createDirectories(file.getParent());
    byte[] bytes = out.toByteArray();
    Files.write(file, whole ? bytes : java.util.Arrays.copyOf(bytes, bytes.length / 2));
  }

  private static void number(ByteArrayOutputStream out, int tag, int value) throws IOException {
    element(out, 0x0028, tag, "US", new byte[] {(byte) value, (byte) (value >> 8)});
  }

  private static void text(ByteArrayOutputStream out, int group, int tag, String kind, String text)
      throws IOException {
    String even = text.length() % 2 == 0 ? text : text + " ";
    element(out, group, tag, kind, even.getBytes(StandardCharsets.US_ASCII));
  }

  private static void element(
      ByteArrayOutputStream out, int group, int tag, String kind, byte[] value) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    head.putShort((short) group).putShort((short) tag);
    head.put(kind.getBytes(StandardCharsets.US_ASCII));
    if (kind.equals("OB")) head.putShort((short) 0).putInt(value.length);
    else head.putShort((short) value.length);
    out.write(head.array(), 0, head.position());
    out.write(value);
  }
}
