package sc.fiji.cavga.io.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads small text files of other programs, as each system writes them. */
public final class TextFile {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private TextFile() {}

  /**
   * A file's text without the byte order mark of UTF-8, which programs on Windows put before it,
   * also where all that follows is ASCII.
   *
   * @param charset of what follows; a text that is written in another one is refused
   * @throws java.nio.charset.CharacterCodingException when it is
   * @throws IOException when the file cannot be read
   */
  public static String read(Path file, Charset charset) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int start = BYTE_ORDER_MARK.length;
    for (int i = 0; i < BYTE_ORDER_MARK.length; i++)
      if (bytes.length <= i || bytes[i] != BYTE_ORDER_MARK[i]) start = 0;
    return charset
        .newDecoder()
        .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
        .toString();
  }
}
