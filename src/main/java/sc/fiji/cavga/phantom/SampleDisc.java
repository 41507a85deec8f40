package sc.fiji.cavga.phantom;

import sc.fiji.cavga.phantom.cup.DiscDesign;

/** One optic disc of the sample: which eye, which design, which file. */
public final class SampleDisc {

  private final String folder;
  private final String name;
  private final long seed;
  private final DiscDesign design;
  private final boolean crop;

  /**
   * @param crop whether it shows the disc and what is around it, and not the whole field of view
   */
  SampleDisc(String folder, String name, long seed, DiscDesign design, boolean crop) {
    this.folder = folder;
    this.name = name;
    this.seed = seed;
    this.design = design;
    this.crop = crop;
  }

  /** Path of the photograph in {@code discs/}, with forward slashes. */
  public String path() {
    return folder + "/" + name + ".jpg";
  }

  /** Path of its label image in {@code discs/}, with forward slashes. */
  public String labelPath() {
    return "labels/" + name + ".png";
  }

  public long seed() {
    return seed;
  }

  public DiscDesign design() {
    return design;
  }

  public DiscPhantom draw() {
    if (!crop) return new FundusPhantom(SampleDiscs.WIDTH, SampleDiscs.HEIGHT).draw(seed, design);
    return new FundusPhantom(SampleDiscs.CROP_SIZE, SampleDiscs.CROP_SIZE)
        .drawAroundDisc(seed, design);
  }
}
