package sc.fiji.cavga.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.Macro;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.ItemIO;
import org.scijava.command.CommandInfo;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.service.Service;
import org.scijava.widget.Button;
import sc.fiji.cavga.command.input.Inputs;
import sc.fiji.cavga.command.legacy.LegacyInputs;
import sc.fiji.cavga.settings.Setting;
import sc.fiji.cavga.settings.Setting.Page;
import sc.fiji.cavga.train.TrainingConfig;

class CommandInputsTest {

  private final Context context = Commands.context();

  @AfterEach
  void dispose() {
    context.dispose();
  }

  @Test
  void everyInputSaysWhatItIs() {
    assertFalse(Commands.all(context).isEmpty());
    for (CommandInfo command : Commands.all(context))
      for (ModuleItem<?> item : items(command)) {
        String name = command.getClassName() + " " + item.getName();
        assertTrue(item.getLabel() != null && !item.getLabel().isBlank(), name);
        assertTrue(item.getDescription() != null && item.getDescription().endsWith("."), name);
      }
  }

  /** ImageJ's macros find a key behind anything but a letter: "map=" in "show_map=" too. */
  @Test
  void noMacroKeyIsTheTailOfAnother() {
    for (CommandInfo command : Commands.all(context)) {
      List<String> names =
          items(command).stream().map(ModuleItem::getName).collect(Collectors.toList());
      for (String name : names) {
        assertTrue(name.matches("[a-z]+(_[a-z0-9]+)*"), name);
        for (String other : names) assertFalse(other.endsWith("_" + name), other + " and " + name);
      }
    }
  }

  /** A batch must not inherit what somebody has chosen in a dialog. */
  @Test
  void nothingIsRemembered() {
    for (CommandInfo command : Commands.all(context))
      for (ModuleItem<?> item : command.inputs())
        if (items(command).contains(item))
          assertFalse(item.isPersisted(), command.getClassName() + " " + item.getName());
  }

  /** Choices in a dialog are words; those that are some already stand for themselves. */
  @Test
  void everyChoiceHasItsWords() {
    for (CommandInfo command : Commands.all(context))
      for (ModuleItem<?> item : Inputs.accepted(command)) {
        if (item.getChoices() == null || item.getChoices().isEmpty()) continue;
        String name = command.getClassName() + " " + item.getName();
        if (item.getName().equals("grade")) continue;
        assertNotNull(item.get(Inputs.WORDS), name);
        String[] words = item.get(Inputs.WORDS).split("\\|");
        assertEquals(item.getChoices().size(), words.length, name);
        for (int i = 0; i < words.length; i++) {
          String choice = item.getChoices().get(i).toString();
          assertEquals(choice, Inputs.parse(item, words[i]), name);
          assertEquals(choice, Inputs.parse(item, choice), name);
        }
        assertEquals("other", Inputs.parse(item, "other"), name);
      }
  }

  @Test
  void aMacroOfFijiMayGiveTheWords() {
    for (String given : List.of("the one that is shown", "current", "All Slices", "all")) {
      Module module =
          context.service(ModuleService.class).createModule(command(LocalizeCommand.class));
      module.setInput("slices", given);
      new SettledInputs().process(module);
      String slices = given.toLowerCase(Locale.ROOT).startsWith("all") ? "all" : "current";
      assertEquals(slices, module.getInput("slices"));
    }
  }

  @Test
  void theSecondPageAsksForWhatTheMethodHas() {
    assertUsed("local", "detector_steps default_map seed group", "variant epochs encoder_weights");
    assertUsed("cavga", "variant epochs encoder_weights seed", "detector_steps disc_networks");
    assertUsed("disc", "disc_networks seed held_out", "variant detector_steps encoder_weights");
    assertUsed("local,disc", "detector_steps disc_networks", "variant patience");
  }

  private void assertUsed(String method, String used, String others) {
    Module module = context.service(ModuleService.class).createModule(command(TrainCommand.class));
    module.setInput("method", method);
    TrainCommand command = (TrainCommand) module.getDelegateObject();
    for (String name : used.split(" ")) assertTrue(command.isUsed(name), method + " " + name);
    for (String name : others.split(" ")) assertFalse(command.isUsed(name), method + " " + name);
  }

  @Test
  void theDefaultsAreTrainings() throws Exception {
    Module module = context.service(ModuleService.class).createModule(command(TrainCommand.class));
    TrainCommand command = (TrainCommand) module.getDelegateObject();
    // The toy has a setting for the dialog's page, and the dialog no field for it.
    for (String method : List.of("local", "cavga", "local,cavga", "toy")) {
      List<String> unused = new ArrayList<>();
      assertEquals(TrainingConfig.of(method), command.config(method, false, unused));
      assertEquals(List.of(), unused);
    }
    assertEquals(TrainingConfig.standard().methodNames(), List.of(module.getInput("method")));
  }

  /** Words, values and places of the dialog's fields are those of the settings' table. */
  @Test
  void theFieldsOfTrainingAreItsSettings() throws Exception {
    CommandInfo train = command(TrainCommand.class);
    Module module = context.service(ModuleService.class).createModule(train);
    Set<String> left = new TreeSet<>(names(items(train)));
    for (Setting<?> setting : TrainingSettings.shown()) {
      String key = setting.key();
      if (key.equals("toy_gain")) continue;
      assertTrue(left.remove(key), "the dialog has no field " + key);
      ModuleItem<?> field = train.getInput(key);
      assertEquals(setting.label(), field.getLabel());
      assertEquals(setting.help(), field.getDescription());
      assertEquals(text(setting), String.valueOf(module.getInput(key)), key);
      List<String> choices =
          field.getChoices() == null
              ? List.of()
              : field.getChoices().stream().map(String::valueOf).collect(Collectors.toList());
      assertEquals(List.of(setting.choices()), choices, key);
      assertEquals(setting.page() == Page.ADVANCED, Inputs.isAdvanced(field), key);
      if (setting.type() == Integer.class) {
        assertIsEnd(setting, field.getMinimumValue(), -1);
        assertIsEnd(setting, field.getMaximumValue(), 1);
      }
    }
    assertEquals(
        new TreeSet<>(
            List.of(
                "anomalous",
                "disc_networks",
                "encoder_weights",
                "group",
                "method",
                "model",
                "normal",
                "overwrite",
                "painted",
                "resume")),
        left);
  }

  /** A wrong number on the second page is named before anything is applied. */
  @Test
  void theSecondPageChecksRanges() throws Exception {
    Module module = context.service(ModuleService.class).createModule(command(TrainCommand.class));
    TrainCommand command = (TrainCommand) module.getDelegateObject();
    for (ModuleItem<?> item : Inputs.advanced(module.getInfo()))
      command.checkInput(item.getName(), module.getInput(item.getName()));
    String wrong =
        assertThrows(IllegalArgumentException.class, () -> command.checkInput("held_out", 5.0))
            .getMessage();
    assertTrue(wrong.startsWith("Held-out share (held_out) must be above 0"), wrong);
  }

  /** Choices that are letters or keys are said in words; macros keep the keys. */
  @Test
  void everyDialogHasHelpAndWords() {
    for (CommandInfo command : Commands.all(context)) {
      if (Inputs.firstPage(command).isEmpty()) continue;
      assertNotNull(command.getInput("help"), command.getClassName() + " has no Help button");
      assertTrue(
          command.getDescription() != null && command.getDescription().endsWith("."),
          command.getClassName() + " does not say what it does");
    }
    ModuleItem<?> variant = command(TrainCommand.class).getInput("variant");
    assertEquals("CAVGA's network", variant.getLabel());
    assertEquals(List.of("d", "r"), variant.getChoices());
    assertEquals("DCGAN's layers (CAVGA-D)|ResNet-18 (CAVGA-R)", variant.get(Inputs.WORDS));
  }

  /** Fiji knows no decimal comma. */
  @Test
  void aDecimalCommaIsReadInFijiToo() throws Exception {
    Module module = context.service(ModuleService.class).createModule(command(TrainCommand.class));
    Thread thread =
        new Thread(
            () -> {
              Macro.setOptions("learning_rate=0,005 ");
              new SettledInputs().process(module);
            },
            "Run$_CAVGA");
    thread.start();
    thread.join();
    assertEquals(0.005, module.getInput("learning_rate"));
  }

  /** Of the range; null where the field has none. */
  private static void assertIsEnd(Setting<?> setting, Object end, int beyond) {
    if (end == null) return;
    assertEquals(end, setting.parse(end.toString()));
    String outside = String.valueOf((Integer) end + beyond);
    assertThrows(IllegalArgumentException.class, () -> setting.parse(outside), setting.key());
  }

  private static <T> String text(Setting<T> setting) {
    return setting.text(setting.initial());
  }

  /** What macros of the version before methods came may have recorded. */
  @Test
  void everyKeyOfEarlierMacrosIsStillThere() {
    String earlier =
        "normal model size epochs anomalous resume variant encoder_weights width channels"
            + " field_of_view illumination augmentation batch learning_rate patience minutes"
            + " held_out map_quantile score_quantile default_map detector_steps painted seed";
    Set<String> expected = new TreeSet<>(List.of(earlier.split(" ")));
    expected.addAll(List.of("method", "overwrite", "disc_networks", "group"));
    CommandInfo train = command(TrainCommand.class);
    assertEquals(expected, new TreeSet<>(names(Inputs.accepted(train))));
    assertTrue(expected.remove("painted"));
    assertEquals(expected, new TreeSet<>(names(Inputs.given(train))), "asked for and recorded");
  }

  @Test
  void ofPaintedOnlyLesionsAreLeft() throws Exception {
    Module module = context.service(ModuleService.class).createModule(command(TrainCommand.class));
    TrainCommand command = (TrainCommand) module.getDelegateObject();
    new LegacyInputs(module).take("painted=lesions");
    assertEquals(TrainingConfig.standard(), command.config("local", false, new ArrayList<>()));
    new LegacyInputs(module).take("painted=glaucoma");
    String gone =
        "painted is gone: leave it out, and for glaucoma give method=disc (or local,disc).";
    assertEquals(
        gone,
        assertThrows(
                IllegalArgumentException.class,
                () -> command.config("local", false, new ArrayList<>()))
            .getMessage());
    assertEquals(
        gone,
        assertThrows(
                IllegalArgumentException.class,
                () -> command.config(TrainingConfig.standard(), new ArrayList<>()))
            .getMessage());
  }

  private static List<String> names(List<ModuleItem<?>> items) {
    return items.stream().map(ModuleItem::getName).collect(Collectors.toList());
  }

  /** Fiji would warn, in a window, that it cannot show them. */
  @Test
  void tablesAreNotLeftToFijiToShow() {
    Module module =
        context.service(ModuleService.class).createModule(command(LocalizeCommand.class));
    new SettledInputs().process(module);
    assertTrue(module.isOutputResolved("pictures"));
    assertTrue(module.isOutputResolved("regions"));
    assertTrue(module.isOutputResolved("values"));
    assertTrue(module.isOutputResolved("image"));
  }

  /** A required one that is missing would end a macro's command without a word. */
  @Test
  void noFileOrImageIsRequiredBySciJava() {
    for (CommandInfo command : Commands.all(context))
      for (ModuleItem<?> item : items(command))
        if (item.getType() == File.class || item.getType() == ImagePlus.class)
          assertFalse(
              item.getIOType() != ItemIO.OUTPUT && item.isRequired(),
              command.getClassName() + " " + item.getName());
  }

  @Test
  void plainImageJHasTheSameMenu() throws Exception {
    TreeMap<String, String> annotated = new TreeMap<>();
    for (CommandInfo command : Commands.all(context)) {
      String path = command.getMenuPath().getMenuString();
      assertTrue(
          path.startsWith("Plugins > CAVGA > ") || path.startsWith("File > Open Samples > "), path);
      annotated.put(command.getMenuPath().getLeaf().getName(), command.getClassName());
    }
    assertEquals(annotated, configured());
  }

  /** Fiji passes over keys that do not exist. */
  @Test
  void theMacrosGiveKeysThatThereAre() throws Exception {
    Pattern call = Pattern.compile("run\\(\"([^\"]+)\",(.*?)\\);", Pattern.DOTALL);
    int calls = 0;
    try (Stream<Path> macros = Files.list(Paths.get("macros"))) {
      for (Path macro : macros.collect(Collectors.toList())) {
        Matcher matcher = call.matcher(Files.readString(macro));
        while (matcher.find()) {
          CommandInfo command = byLeaf(matcher.group(1));
          Set<String> expected =
              items(command).stream()
                  .filter(item -> item.getIOType() == ItemIO.INPUT)
                  .map(ModuleItem::getName)
                  .collect(Collectors.toCollection(TreeSet::new));
          Set<String> given = new TreeSet<>();
          Matcher keys = Pattern.compile("([a-z_]+)=").matcher(matcher.group(2));
          while (keys.find()) given.add(keys.group(1));
          assertTrue(expected.containsAll(given), macro + " gives " + given);
          calls++;
        }
      }
    }
    assertTrue(calls >= 2, "macros that run commands");
  }

  /** Fiji hands a macro's options over as plain ImageJ does, and heeds the keys that it knows. */
  @Test
  void aMisspeltKeyEndsACommandInFijiToo() throws Exception {
    String wrong = ranWith("modle=[/a b/m.cavga] folder=[/a b/photographs]");
    assertTrue(
        wrong.startsWith("There is no input \"modle\" (is model meant?) and no \"folder\""), wrong);
    assertTrue(ranWith("input=[/a b/photographs] ").startsWith("Choose "));
    assertTrue(ranWith("radius=3 stack ").startsWith("Choose "));
    assertTrue(ranWith(null).startsWith("Choose "));
  }

  /** On a thread of the kind that ImageJ runs macros' commands on. */
  private String ranWith(String options) throws Exception {
    Module module =
        context.service(ModuleService.class).createModule(command(LocalizeFolderCommand.class));
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              Macro.setOptions(options);
              new SettledInputs().process(module);
              try {
                ((CavgaCommand) module.getDelegateObject()).run();
              } catch (IllegalArgumentException e) {
                failure.set(e);
              }
            },
            "Run$_CAVGA");
    thread.start();
    thread.join();
    return failure.get().getMessage();
  }

  private CommandInfo byLeaf(String leaf) {
    return Commands.all(context).stream()
        .filter(info -> info.getMenuPath().getLeaf().getName().equals(leaf))
        .findFirst()
        .orElseThrow();
  }

  private static TreeMap<String, String> configured() throws Exception {
    Pattern entry =
        Pattern.compile(
            "(?:Plugins>CAVGA|File>Open Samples), \"(.+)\", "
                + LegacyMenu.class.getName()
                + "\\(\"(.+)\"\\)");
    TreeMap<String, String> entries = new TreeMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                LegacyMenu.class.getResourceAsStream("/plugins.config"), StandardCharsets.UTF_8))) {
      for (String line : reader.lines().collect(Collectors.toList())) {
        if (line.isBlank() || line.startsWith("#")) continue;
        Matcher matcher = entry.matcher(line);
        assertTrue(matcher.matches(), line);
        entries.put(matcher.group(1), matcher.group(2));
      }
    }
    return entries;
  }

  private CommandInfo command(Class<?> type) {
    return Commands.all(context).stream()
        .filter(info -> info.getClassName().equals(type.getName()))
        .findFirst()
        .orElseThrow();
  }

  /** All that people or macros give or get; not the services. */
  private static List<ModuleItem<?>> items(CommandInfo command) {
    List<ModuleItem<?>> items = new ArrayList<>();
    for (ModuleItem<?> item : command.inputs())
      if (!Service.class.isAssignableFrom(item.getType())
          && item.getType() != Context.class
          && item.getType() != Button.class
          && !Inputs.isMessage(item)) items.add(item);
    for (ModuleItem<?> item : command.outputs())
      if (item.getIOType() == ItemIO.OUTPUT) items.add(item);
    return items;
  }
}
