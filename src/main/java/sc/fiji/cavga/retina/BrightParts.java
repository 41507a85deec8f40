package sc.fiji.cavga.retina;

import sc.fiji.cavga.picture.Picture;

/** What several look for in a picture, found once: the picture reduced, and its bright region. */
final class BrightParts {

  private final ReducedPicture reduced;
  private final BrightRegion region;

  private BrightParts(ReducedPicture reduced) {
    this.reduced = reduced;
    this.region = BrightRegion.of(reduced);
  }

  /** Of a picture; the same as long as its pixels are. */
  static BrightParts of(Picture picture) {
    return picture.known(BrightParts.class, each -> new BrightParts(ReducedPicture.of(each)));
  }

  ReducedPicture reduced() {
    return reduced;
  }

  BrightRegion region() {
    return region;
  }
}
