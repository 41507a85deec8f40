package sc.fiji.cavga.phantom;

import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import sc.fiji.cavga.phantom.anatomy.Background;
import sc.fiji.cavga.phantom.anatomy.Camera;
import sc.fiji.cavga.phantom.anatomy.NerveFibres;
import sc.fiji.cavga.phantom.anatomy.VesselPainter;
import sc.fiji.cavga.phantom.anatomy.VesselTree;
import sc.fiji.cavga.phantom.cup.BentVessels;
import sc.fiji.cavga.phantom.cup.CuppedDisc;
import sc.fiji.cavga.phantom.cup.DiscDesign;
import sc.fiji.cavga.phantom.cup.DrawnOutlines;
import sc.fiji.cavga.phantom.drawing.Eye;
import sc.fiji.cavga.phantom.drawing.Frame;
import sc.fiji.cavga.phantom.drawing.Light;

/** One eye with a designed disc in front of one camera. */
final class DiscScene {

  private final Frame frame;
  private final Eye eye;
  private final DrawnOutlines outlines;
  private final Camera camera;
  private final Light retina;

  DiscScene(Frame frame, Eye eye, NerveFibres fibres, DiscDesign design, long seed) {
    this.frame = frame;
    this.eye = eye;
    outlines = new DrawnOutlines(frame, eye, design, seed);
    camera = new Camera(frame, seed);
    Background background = new Background(frame, eye, fibres, seed);
    retina = background.paint();
    new CuppedDisc(frame, eye, outlines, background.tint(), seed).paint(retina);
    new VesselPainter(frame, BentVessels.of(VesselTree.grow(eye, seed), eye, outlines, seed))
        .paint(retina);
  }

  DiscPhantom develop() {
    Phantom photograph =
        new Phantom(
            camera.photograph(camera.expose(retina)), ArrayImgs.bits(frame.width, frame.height));
    return new DiscPhantom(photograph, label(), outlines, eye.right);
  }

  private Img<UnsignedByteType> label() {
    Img<UnsignedByteType> label = ArrayImgs.unsignedBytes(frame.width, frame.height);
    Cursor<UnsignedByteType> cursor = label.cursor();
    for (int y = 0; y < frame.height; y++)
      for (int x = 0; x < frame.width; x++) cursor.next().set(label(x, y));
    return label;
  }

  private int label(int x, int y) {
    double rx = frame.retinaX(x, y);
    double ry = frame.retinaY(x, y);
    double distance = outlines.distance(rx, ry);
    if (distance > 1 || frame.visible(x, y) <= 0.5) return DiscPhantom.OUTSIDE;
    return distance > outlines.cupEdge(outlines.direction(rx, ry))
        ? DiscPhantom.RIM
        : DiscPhantom.CUP;
  }
}
