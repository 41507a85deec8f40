package sc.fiji.cavga.read.file;

import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file's bytes in memory, as a decoder asks for them. ImageIO would write what it is given so
 * into a temporary file, and read that.
 */
public final class ImageBytes extends ImageInputStreamImpl {

  private final byte[] bytes;

  /**
   * @param bytes not copied
   */
  public ImageBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() {
    bitOffset = 0;
    return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int from, int count) {
    bitOffset = 0;
    int read = (int) Math.min(count, bytes.length - streamPos);
    if (read <= 0) return count == 0 ? 0 : -1;
    System.arraycopy(bytes, (int) streamPos, into, from, read);
    streamPos += read;
    return read;
  }

  @Override
  public long length() {
    return bytes.length;
  }
}
