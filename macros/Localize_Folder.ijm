// Localizes every picture of a folder and its subfolders into files: results.csv, regions.csv,
// maps/, overlays/ and rois/. A picture that fails has a row that says why and stops nothing.
// Run again after a cancel or a crash, it goes on where it ended.
//
// In a window: Plugins > Macros > Run...
// Without one: ImageJ --headless -macro Localize_Folder.ijm "MODEL.cavga|PICTURES|RESULTS"
//
// model          file that Train CAVGA... has written
// input          folder of photographs
// output         folder for the results
// map            default, attention (the paper's) or reconstruction
// overwrite      true to begin anew
// stop_on_error  true to end at the first picture that fails
argument = getArgument();
if (argument == "") {
  model = File.openDialog("Model file");
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
print("The results are in " + output);
