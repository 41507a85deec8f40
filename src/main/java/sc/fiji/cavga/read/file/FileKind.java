package sc.fiji.cavga.read.file;

import java.util.function.Predicate;

/** What a file is, judged by its first bytes, and what would read it. */
public enum FileKind {
  /** Some are TIFF files too, for those who read nothing else. */
  DICOM("DICOM file", Advice.HERE, bytes -> bytes.hold("DICM", 128)),
  JPEG_LS("JPEG-LS picture", Advice.EDITOR, bytes -> bytes.startWith(0xff, 0xd8, 0xff, 0xf7)),
  JPEG("JPEG picture", Advice.HERE, bytes -> bytes.startWith(0xff, 0xd8, 0xff)),
  PNG("PNG picture", Advice.HERE, bytes -> bytes.startWith(0x89, 'P', 'N', 'G')),
  GIF("GIF picture", Advice.HERE, bytes -> bytes.startWith('G', 'I', 'F', '8')),
  BARE_DICOM(
      "DICOM file without the preamble that such files begin with",
      "open it in ImageJ and save it as TIFF, or add the preamble with dcmconv of DCMTK",
      FileKind::isBareDicom),
  TIFF(
      "TIFF picture",
      Advice.HERE,
      bytes -> bytes.startWith('I', 'I', 42, 0) || bytes.startWith('M', 'M', 0, 42)),
  BIG_TIFF(
      "BigTIFF picture",
      Advice.BIO_FORMATS,
      bytes -> bytes.startWith('I', 'I', 43, 0) || bytes.startWith('M', 'M', 0, 43)),
  BMP("BMP picture", Advice.HERE, bytes -> bytes.startWith('B', 'M') && !bytes.areText()),
  JPEG_2000(
      "JPEG 2000 picture",
      Advice.BIO_FORMATS,
      bytes ->
          bytes.startWith(0, 0, 0, 12, 'j', 'P', ' ', ' ')
              || bytes.startWith(0xff, 0x4f, 0xff, 0x51)),
  NETPBM("PGM or PPM picture", Advice.BIO_FORMATS, FileKind::isNetpbm),
  HEIC(
      "HEIC picture",
      Advice.EDITOR,
      bytes ->
          bytes.hold("ftyphe", 4)
              || bytes.hold("ftypmif1", 4)
              || bytes.hold("ftypmsf1", 4)
              || bytes.hold("ftypheim", 4)),
  AVIF("AVIF picture", Advice.EDITOR, bytes -> bytes.hold("ftypavi", 4)),
  JPEG_XL(
      "JPEG XL picture",
      Advice.EDITOR,
      bytes -> bytes.startWith(0xff, 0x0a) || bytes.startWith(0, 0, 0, 12, 'J', 'X', 'L', ' ')),
  WEBP(
      "WebP picture",
      "a version of Bio-Formats that knows it, or an image editor that saves it as PNG",
      bytes -> bytes.hold("RIFF", 0) && bytes.hold("WEBP", 8)),
  PDF("PDF document", "export its pictures as PNG or TIFF", bytes -> bytes.hold("%PDF", 0)),
  OTHER("file of another kind", "export it as JPEG, PNG, TIFF or DICOM", bytes -> true);

  private final String words;
  private final String advice;
  private final Predicate<FileBytes> matches;

  FileKind(String words, String advice, Predicate<FileBytes> matches) {
    this.words = words;
    this.advice = advice;
    this.matches = matches;
  }

  /** The kind of a file with such first bytes. */
  public static FileKind of(FileBytes bytes) {
    for (FileKind kind : values()) if (kind.matches.test(bytes)) return kind;
    return OTHER;
  }

  /** The first element's group, as numbers of both byte orders are, and a value of a few bytes. */
  private static boolean isBareDicom(FileBytes bytes) {
    boolean group = bytes.startWith(2, 0) || bytes.startWith(8, 0);
    return group && (bytes.hold("UL", 4) || bytes.hold("CS", 4) || bytes.hold("UI", 4));
  }

  private static boolean isNetpbm(FileBytes bytes) {
    for (char digit = '1'; digit <= '7'; digit++)
      if (bytes.startWith('P', digit, '\n')
          || bytes.startWith('P', digit, ' ')
          || bytes.startWith('P', digit, '\r', '\n')) return true;
    return false;
  }

  /** Whether a reader of this project is for such files. */
  public boolean isReadHere() {
    return advice.equals(Advice.HERE);
  }

  /** With its article, such as "a HEIC picture". */
  public String named() {
    return (this == AVIF ? "an " : "a ") + words;
  }

  /** In a few words, such as "HEIC picture". */
  public String words() {
    return words;
  }

  /** What would read it, or what to do, for the end of a sentence; empty where it is read here. */
  public String advice() {
    return advice;
  }

  private static final class Advice {
    static final String HERE = "";
    static final String EDITOR =
        "nothing here reads it: open it in an image editor and save it as PNG";
    static final String BIO_FORMATS =
        "Bio-Formats reads it, which Fiji brings; or save it as PNG or plain TIFF";
  }
}
