package sc.fiji.cavga.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.Macro;
import ij.gui.ImageRoi;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import ij.process.ColorProcessor;
import java.io.File;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.event.EventService;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.ui.OverlayPainting;

/** Trains two epochs once, then localizes in several ways. */
class LocalizeCommandTest {

  @TempDir static Path folder;

  private static Context context;
  private static File model;

  /** As plain ImageJ's menu does, with the key words that its recorder writes. */
  @BeforeAll
  static void train() throws Exception {
    context = Commands.context();
    Path normals = Commands.normals(folder.resolve("healthy eyes"), 8);
    model = folder.resolve("an eye.cavga").toFile();
    String options =
        String.format(
            Locale.ROOT,
            "method=local,cavga normal=[%s] anomalous=[] model=[%s] epochs=2 size=32 width=4"
                + " batch=4 detector_steps=3 seed=3 resume=[]",
            normals,
            model);
    assertNull(legacy(TrainCommand.class, options));
  }

  @AfterAll
  static void dispose() {
    context.dispose();
  }

  /** What plain ImageJ's menu entry throws, if anything. */
  private static Throwable legacy(Class<?> command, String options) throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              Macro.setOptions(options);
              new LegacyMenu().run(command.getName());
            },
            "Run$_CAVGA");
    thread.setUncaughtExceptionHandler((t, e) -> thrown.set(e));
    thread.start();
    thread.join();
    return thrown.get();
  }

  private static CommandModule localize(ImagePlus image, Object... more) throws Exception {
    return Commands.run(context, LocalizeCommand.class, inputs(image, more));
  }

  private static Object[] inputs(ImagePlus image, Object... more) {
    return Stream.concat(Stream.of("image", image, "model", model), Stream.of(more)).toArray();
  }

  private static long count(Overlay overlay, String name) {
    return Arrays.stream(overlay.toArray())
        .filter(roi -> roi.getName() != null && roi.getName().startsWith(name))
        .count();
  }

  @Test
  void plainImageJTrainsFromAMacro() throws Exception {
    List<MethodPart> parts = ModelFile.read(model.toPath()).parts();
    assertEquals(2, parts.size());
    assertEquals("local", parts.get(0).method().name());
    assertEquals(2, parts.get(1).entries().settings().get(CavgaSettings.EPOCHS));
    Throwable wrong = legacy(TrainCommand.class, "normal=[" + folder + "] epochs=many");
    assertEquals("epochs must be a number, not \"many\".", wrong.getMessage());
    wrong = legacy(TrainCommand.class, "model=[" + model + "] normal=[]");
    assertEquals("Choose a folder of normal pictures.", wrong.getMessage());
  }

  @Test
  void theLegendStandsBesideTheRetina() throws Exception {
    ImagePlus image = new ImagePlus("wide", new ColorProcessor(640, 272));
    image.getProcessor().insert(Commands.illEye(320, 272).getProcessor(), 0, 0);
    localize(image, "opacity", "0,4");
    ImageRoi bar = (ImageRoi) image.getOverlay().get(OverlayPainting.COLOUR_BAR);
    assertTrue(bar.getXBase() > 320, "at " + bar.getXBase());
    assertEquals(
        0.4, ((ImageRoi) image.getOverlay().get(OverlayPainting.HEAT_MAP)).getOpacity(), 1e-9);
  }

  /** Where nobody sees a window, the reason is in what the command says, with its picture. */
  @Test
  void whatIsNotJudgedSaysWhy() throws Exception {
    ImagePlus page = new ImagePlus("page", new ColorProcessor(300, 200));
    page.getProcessor().setColor(0xffffff);
    page.getProcessor().fill();
    CommandModule module = localize(page);
    String because = page.getProp("cavga_warning");
    assertEquals("false", page.getProp("cavga_judged"));
    assertTrue(because.endsWith("."), because);
    String report = (String) module.getOutput("report");
    assertTrue(report.startsWith("page: Not judged: " + because), report);
    assertNull(localize(Commands.illEye(320, 272)).getOutput("report"));
    ImageStack stack = new ImageStack(96, 80);
    stack.addSlice("blank", new ColorProcessor(96, 80));
    stack.addSlice("ill", Commands.illEye(96, 80).getProcessor());
    module = localize(new ImagePlus("stack", stack), "slices", "all");
    String failed = ((ResultsTable) module.getOutput("pictures")).getStringValue("message", 0);
    assertTrue(
        ((String) module.getOutput("report")).endsWith("blank: " + failed),
        (String) module.getOutput("report"));
  }

  @Test
  void theImageGetsAnOverlayAndKeepsItsPixels() throws Exception {
    ImagePlus image = Commands.illEye(320, 272);
    image.setOverlay(new Overlay(new Roi(1, 1, 5, 5)));
    int[] before = ((int[]) image.getProcessor().getPixels()).clone();
    CommandModule module = localize(image, "map", "reconstruction", "raw", true);
    assertSame(image, module.getOutput("image"));
    assertArrayEquals(before, (int[]) image.getProcessor().getPixels());
    Overlay overlay = image.getOverlay();
    assertTrue(overlay.get(0).getName() == null, "what others drew stays");
    ImageRoi heat = (ImageRoi) overlay.get(OverlayPainting.HEAT_MAP);
    assertEquals(OverlayPainting.OPACITY, heat.getOpacity());
    assertEquals(320, (int) heat.getFloatWidth());
    assertNull(overlay.get(OverlayPainting.COLOUR_BAR), "it would hide the retina");
    ResultsTable pictures = (ResultsTable) module.getOutput("pictures");
    ResultsTable regions = (ResultsTable) module.getOutput("regions");
    assertEquals(1, pictures.size());
    assertEquals("ok", pictures.getStringValue("status", 0));
    assertEquals(image.getProp("cavga_score"), "" + pictures.getValue("score", 0));
    assertTrue(regions.size() > 0);
    assertEquals(regions.size(), count(overlay, "anomaly "));
    assertEquals(regions.size(), pictures.getValue("regions", 0));
    String area = (long) regions.getValue("area_px", 0) + " px)";
    Roi first = overlay.get("anomaly 1 (" + two(regions.getValue("max", 0)) + ", " + area);
    assertEquals("" + (long) regions.getValue("area_px", 0), first.getProperty("area_px"));
    ImagePlus values = (ImagePlus) module.getOutput("values");
    assertEquals(32, values.getBitDepth());
    assertEquals(regions.getValue("max", 0), values.getStatistics().max, 1e-4);
    assertTrue(Float.isNaN(values.getProcessor().getf(0, 0)));
  }

  private static String two(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  @Test
  void allSlicesOfAStackEachWithItsOwnAndAgainWithoutPilingUp() throws Exception {
    ImageStack stack = new ImageStack(96, 80);
    stack.addSlice("one", Commands.image(Commands.eye(1)).getProcessor());
    stack.addSlice("blank", new ColorProcessor(96, 80));
    stack.addSlice("ill", Commands.illEye(96, 80).getProcessor());
    ImagePlus image = new ImagePlus("stack", stack);
    localize(image, "slices", "all");
    int size = image.getOverlay().size();
    ResultsTable pictures = (ResultsTable) localize(image, "slices", "all").getOutput("pictures");
    assertEquals(size, image.getOverlay().size());
    assertEquals("failed", pictures.getStringValue("status", 1));
    assertTrue(pictures.getStringValue("message", 1).endsWith("."));
    assertEquals(2, count(image.getOverlay(), OverlayPainting.HEAT_MAP));
    for (Roi roi : image.getOverlay().toArray())
      assertTrue(roi.getPosition() == 1 || roi.getPosition() == 3, roi.toString());
    image.setSlice(3);
    assertEquals(1, ((ResultsTable) localize(image).getOutput("pictures")).size());
    assertEquals(size, image.getOverlay().size());
  }

  @Test
  void aColourPictureOfThreeChannelsIsOnePicture() throws Exception {
    ImageStack stack = new ImageStack(96, 80);
    for (int frame = 0; frame < 2; frame++)
      for (int channel = 1; channel <= 3; channel++)
        stack.addSlice(
            ((ColorProcessor) Commands.illEye(96, 80).getProcessor()).getChannel(channel, null));
    ImagePlus image = new ImagePlus("frames", stack);
    image.setDimensions(3, 1, 2);
    image.setOpenAsHyperStack(true);
    image.setPosition(2, 1, 2);
    assertEquals(1, ((ResultsTable) localize(image).getOutput("pictures")).size());
    for (Roi roi : image.getOverlay().toArray()) {
      assertEquals(0, roi.getCPosition());
      assertEquals(2, roi.getTPosition());
    }
    localize(image, "slices", "all");
    assertEquals(2, count(image.getOverlay(), OverlayPainting.HEAT_MAP));
  }

  @Test
  void aSelectionLimitsWhatIsShownAndNotTheDecision() throws Exception {
    ImagePlus image = Commands.illEye(320, 272);
    image.getCalibration().setUnit("mm");
    image.getCalibration().pixelWidth = 0.05;
    image.getCalibration().pixelHeight = 0.05;
    CommandModule whole = localize(image, "map", "reconstruction");
    double score = ((ResultsTable) whole.getOutput("pictures")).getValue("score", 0);
    Roi first = image.getOverlay().get(1);
    assertTrue(first.getName().endsWith(" mm²)"), first.getName());
    // Clicking on what was found does not select it for the next run.
    image.setRoi(first);
    int regions = ((ResultsTable) whole.getOutput("regions")).size();
    assertEquals(
        regions,
        ((ResultsTable) localize(image, "map", "reconstruction").getOutput("regions")).size());
    image.setRoi(new OvalRoi(150, 100, 60, 60));
    CommandModule part = localize(image, "map", "reconstruction", "raw", true);
    ResultsTable found = (ResultsTable) part.getOutput("regions");
    assertTrue(found.size() > 0);
    for (int row = 0; row < found.size(); row++) {
      assertTrue(found.getValue("x", row) >= 150 && found.getValue("y", row) >= 100);
      assertTrue(found.getValue("x", row) + found.getValue("width", row) <= 210);
    }
    ImagePlus values = (ImagePlus) part.getOutput("values");
    assertTrue(Float.isNaN(values.getProcessor().getf(151, 101)), "outside the oval");
    assertTrue(!Float.isNaN(values.getProcessor().getf(180, 130)), "inside the oval");
    assertEquals(score, ((ResultsTable) part.getOutput("pictures")).getValue("score", 0));
  }

  @Test
  void theOverlayIsSavedWithTheTiff() throws Exception {
    ImagePlus image = Commands.illEye(320, 272);
    localize(image);
    Path file = folder.resolve("saved.tif");
    new FileSaver(image).saveAsTiff(file.toString());
    ImagePlus read = IJ.openImage(file.toString());
    assertEquals(image.getOverlay().size(), read.getOverlay().size());
    int[] shown = (int[]) image.flatten().getProcessor().getPixels();
    int[] again = (int[]) read.flatten().getProcessor().getPixels();
    // The opacity is saved in 255ths.
    for (int i = 0; i < shown.length; i++)
      for (int shift = 0; shift < 24; shift += 8)
        assertEquals(shown[i] >> shift & 255, again[i] >> shift & 255, 2, "pixel " + i);
    assertEquals(image.getProp("cavga_score"), read.getProp("cavga_score"));
  }

  @Test
  void aFolderIsWrittenAndARowSaysWhatFailed() throws Exception {
    Path pictures = Commands.normals(folder.resolve("new eyes"), 2);
    Files.writeString(pictures.resolve("text.jpg"), "no picture");
    Path results = folder.resolve("results");
    Object[] inputs = {"model", model, "input", pictures.toFile(), "output", results.toFile()};
    CommandModule module = Commands.run(context, LocalizeFolderCommand.class, inputs);
    String summary = (String) module.getOutput("summary");
    assertTrue(summary.startsWith("2 localized, ") && summary.contains("1 failed"), summary);
    assertEquals(4, Files.readAllLines(results.resolve("results.csv")).size());
    assertTrue(Files.exists(results.resolve("overlays/eye 1.png")));
    module = Commands.run(context, LocalizeFolderCommand.class, inputs);
    assertTrue(((String) module.getOutput("summary")).startsWith("0 localized, "));
    Object[] lying = Arrays.copyOf(inputs, inputs.length + 2);
    lying[inputs.length] = "orientation";
    lying[inputs.length + 1] = "file";
    String refused = Commands.failure(context, LocalizeFolderCommand.class, lying);
    assertTrue(refused.contains("another orientation"), refused);
    inputs[3] = new File("");
    assertEquals(
        "Choose a folder of pictures.",
        Commands.failure(context, LocalizeFolderCommand.class, inputs));
  }

  @Test
  void cancelInAFolderStopsAndTheNextRunGoesOn() throws Exception {
    Path pictures = Commands.normals(folder.resolve("more eyes"), 30);
    Path results = folder.resolve("more results");
    Object[] inputs = {"model", model, "input", pictures.toFile(), "output", results.toFile()};
    Context own = Commands.context();
    TrainCommandTest.Canceller canceller = new TrainCommandTest.Canceller(" of 30 files");
    own.service(EventService.class).subscribe(canceller);
    CommandModule module = Commands.run(own, LocalizeFolderCommand.class, inputs);
    Reference.reachabilityFence(canceller);
    own.dispose();
    assertTrue(module.isCanceled());
    assertTrue(module.getCancelReason().contains("run it again"), module.getCancelReason());
    module = Commands.run(context, LocalizeFolderCommand.class, inputs);
    assertEquals(31, Files.readAllLines(results.resolve("results.csv")).size());
  }

  @Test
  void cancelLeavesTheImageAsItWas() throws Exception {
    ImagePlus image = Commands.illEye(96, 80);
    Context own = Commands.context();
    TrainCommandTest.Canceller canceller = new TrainCommandTest.Canceller("Localizing eye");
    own.service(EventService.class).subscribe(canceller);
    CommandModule module = Commands.run(own, LocalizeCommand.class, inputs(image));
    Reference.reachabilityFence(canceller);
    own.dispose();
    assertTrue(module.isCanceled());
    assertNull(image.getOverlay());
  }

  /** As Fiji runs it, whose recorder asks for the inputs only of a run that came to its end. */
  @Test
  void aCancelledRunIsRecordedWithItsInputs() throws Exception {
    Path pictures = Commands.normals(folder.resolve("eyes to cancel"), 40);
    Path results = folder.resolve("cancelled results");
    Object[] inputs = {"model", model, "input", pictures.toFile(), "output", results.toFile()};
    Context own = Commands.context();
    // SciJava forgets a listener that nobody else holds.
    TrainCommandTest.Canceller canceller = new TrainCommandTest.Canceller(" of 40 files");
    own.service(EventService.class).subscribe(canceller);
    Recorder.record = true;
    Recorder.setCommand("Localize Anomalies in Folder...");
    try {
      CommandService commands = own.service(CommandService.class);
      assertTrue(commands.run(LocalizeFolderCommand.class, true, inputs).get().isCanceled());
      String options = Recorder.getCommandOptions();
      String output = "output=[" + results + "]";
      assertTrue(options != null && options.contains(output), options);
      assertTrue(options.contains("map=default"), options);
      assertTrue(options.contains("judge_anyway=false"), options);
    } finally {
      Reference.reachabilityFence(canceller);
      Recorder.record = false;
      Recorder.setCommand(null);
      own.dispose();
    }
  }

  @Test
  void wrongInputsAreRefusedWithASentence() throws Exception {
    ImagePlus image = Commands.illEye(96, 80);
    assertTrue(failure(image, "map", "heat").contains("There is no map named \"heat\""));
    assertTrue(failure(image, "opacity", 1.5).contains("The opacity must be 0 to 1"));
    assertTrue(failure(image, "slices", "some").contains("must be \"current\" or \"all\""));
    assertTrue(failure(image, "eye_side", "both").contains("eye side must be \"auto\""));
    assertTrue(failure(null).contains("open one first"));
    assertTrue(failure(image, "model", new File("")).contains("Choose a model, such as healthy-"));
    Path text = Files.writeString(folder.resolve("text.cavga"), "no model");
    assertTrue(failure(image, "model", text.toFile()).contains("text.cavga"));
    ImagePlus black = new ImagePlus("black", new ColorProcessor(96, 80));
    assertTrue(failure(black).endsWith("."));
    assertNull(image.getOverlay());
  }

  private static String failure(ImagePlus image, Object... more) throws Exception {
    return Commands.failure(context, LocalizeCommand.class, inputs(image, more));
  }

  @Test
  void theComputeDeviceIsNamed() throws Exception {
    CommandModule module = Commands.run(context, ComputeDeviceCommand.class);
    assertTrue(((String) module.getOutput("report")).startsWith("CAVGA computes on the "));
  }
}
