// Localizes every picture of a folder and its subfolders into files: results.csv, regions.csv,
// maps/, overlays/ and rois/. A picture that fails has a row that says why and stops nothing.
// Run again after a cancel or a crash, it goes on where it ended. At the end it reports how many
// pictures are anomalous and which failed.
//
// In a window: Plugins > Macros > Run...
// Without one, in Fiji:
//   ImageJ --headless --console -macro Localize_Folder.ijm "MODEL.cavga|PICTURES|RESULTS"
//
// model          healthy-fundus, which comes with CAVGA, or a file that Train CAVGA... has written
// input          folder of photographs
// output         folder for the results
// map            default, attention (the paper's) or reconstruction
// overwrite      true to begin anew
// stop_on_error  true to end at the first picture that fails
argument = getArgument();
if (argument == "") {
  model = getString("Model, or the path of a model file", "healthy-fundus");
  input = getDirectory("Folder of pictures");
  output = getDirectory("Folder for the results");
} else {
  parts = split(argument, "|");
  model = parts[0];
  input = parts[1];
  output = parts[2];
}
run("Localize Anomalies in Folder...", "model=[" + model + "] input=[" + input + "]"
    + " output=[" + output + "] map=default overwrite=false stop_on_error=false");

rows = split(File.openAsString(output + File.separator + "results.csv"), "\n");
anomalous = 0;
failed = 0;
for (i = 1; i < rows.length; i++) {
  if (indexOf(rows[i], ",failed,") >= 0) {
    failed++;
    print("Failed: " + rows[i]);
  } else if (indexOf(rows[i], ",true,") >= 0) anomalous++;
}
print(rows.length - 1 + " pictures, " + anomalous + " anomalous, " + failed + " failed");
print("The results are in " + output);
