package sc.fiji.cavga.method.disc.teaching;

import sc.fiji.cavga.method.disc.teaching.camera.PaintedDisc;
import sc.fiji.cavga.phantom.drawing.RandomStream;

/** Draws pictures to teach with; several threads may ask. The same stream gives the same bits. */
interface Lesson {

  PaintedDisc draw(RandomStream random);
}
