package sc.fiji.cavga.cli.option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sc.fiji.cavga.cli.progress.PlainText;
import sc.fiji.cavga.method.disc.teaching.DiscSample;
import sc.fiji.cavga.method.disc.teaching.layout.OutlineLayout;
import sc.fiji.cavga.method.disc.teaching.layout.OutlineLayouts;
import sc.fiji.cavga.method.disc.teaching.layout.OutlinedPictures;
import sc.fiji.cavga.read.PictureReader;

/** Folders of pictures with outlines of disc and cup, or without. */
public final class OutlineData {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description =
          "Pictures, and outlines of their discs and cups where there are some; may be given"
              + " several times")
  private List<Path> folders;

  @Option(
      names = "--layout",
      paramLabel = "L",
      description =
          "How all these folders are arranged: folder, idrid, refuge, drishti, rim-one, origa or"
              + " papila; default: what each looks like")
  private String layout;

  @Option(
      names = "--leave-out",
      paramLabel = "FILE",
      description =
          "A text file with the names of pictures that are not used, such as test eyes: one in each"
              + " line, relative to its folder of --data")
  private Path leaveOut;

  /**
   * All pictures of all folders; what was found and what was passed over is printed.
   *
   * @throws IOException with one sentence when a folder cannot be read, looks like no layout, or
   *     nothing is left of it
   */
  public List<DiscSample> open() throws IOException {
    Set<String> unwanted = unwanted();
    Set<String> unknown = new LinkedHashSet<>(unwanted);
    List<DiscSample> samples = new ArrayList<>();
    PrintWriter err = command.commandLine().getErr();
    for (Path folder : folders) {
      OutlineLayout chosen =
          layout == null ? OutlineLayouts.of(folder) : OutlineLayouts.named(layout);
      OutlinedPictures pictures = chosen.open(folder, PictureReader.standard());
      int before = samples.size();
      for (DiscSample sample : pictures.samples())
        if (unwanted.contains(sample.name())) unknown.remove(sample.name());
        else samples.add(sample);
      int left = pictures.samples().size() - (samples.size() - before);
      err.println(
          PlainText.line(
              folder + ": " + pictures + (left == 0 ? "" : " " + left + " of them left out.")));
    }
    err.flush();
    if (!unknown.isEmpty())
      throw new IOException(
          leaveOut
              + " names "
              + unknown.iterator().next()
              + ", which is not among the pictures; write names as they are below --data.");
    if (samples.isEmpty())
      throw new IOException("All pictures are left out by " + leaveOut + "; leave some in.");
    return samples;
  }

  private Set<String> unwanted() throws IOException {
    Set<String> names = new LinkedHashSet<>();
    if (leaveOut != null)
      // Not by lines: bytes that are no text shall end as names that are not found.
      new String(Files.readAllBytes(leaveOut), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .forEach(line -> names.add(line.trim()));
    return names;
  }
}
