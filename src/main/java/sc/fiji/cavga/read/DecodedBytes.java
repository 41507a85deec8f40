package sc.fiji.cavga.read;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.util.Optional;
import sc.fiji.cavga.picture.InterleavedBytes;
import sc.fiji.cavga.picture.PixelView;

/** The common case of a decoded image: 8 bits of grey or of red, green and blue, all opaque. */
final class DecodedBytes {

  private DecodedBytes() {}

  /** The decoder's own bytes, not copied; empty for images of other kinds. */
  static Optional<PixelView> of(BufferedImage image) {
    Raster raster = image.getRaster();
    if (!(image.getColorModel() instanceof ComponentColorModel)
        || !(raster.getSampleModel() instanceof ComponentSampleModel)
        || !(raster.getDataBuffer() instanceof DataBufferByte)
        || raster.getDataBuffer().getNumBanks() != 1
        || raster.getSampleModelTranslateX() != 0
        || raster.getSampleModelTranslateY() != 0
        || image.getColorModel().hasAlpha()) return Optional.empty();
    ColorSpace colours = image.getColorModel().getColorSpace();
    boolean grey = image.getType() == BufferedImage.TYPE_BYTE_GRAY;
    if (!grey && !(colours.isCS_sRGB() && raster.getNumBands() == 3)) return Optional.empty();
    ComponentSampleModel layout = (ComponentSampleModel) raster.getSampleModel();
    DataBufferByte buffer = (DataBufferByte) raster.getDataBuffer();
    int[] first = layout.getBandOffsets();
    for (int i = 0; i < first.length; i++) first[i] += buffer.getOffset();
    return Optional.of(
        InterleavedBytes.of(
            buffer.getData(),
            image.getWidth(),
            image.getHeight(),
            first,
            layout.getPixelStride(),
            layout.getScanlineStride()));
  }
}
