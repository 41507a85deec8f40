// Trains on a folder of healthy eyes and writes a model file.
//
// In a window: Plugins > Macros > Run...
// Without one, in Fiji: ImageJ --headless --console -macro Train_CAVGA.ijm "NORMALS|MODEL.cavga"
//
// normal     folder of photographs of healthy eyes, its subfolders included
// model      file to write
//
// A key that is left out has its default:
// method     local (Gaussian field and U-Net) or cavga (the paper's network)
// size       network size in pixels, such as 128 or 256
// anomalous  folder of photographs with anomalies, for weak supervision
// resume     MODEL.checkpoint.cavga of a training that was cancelled
// overwrite  true to replace a model of that name
// minutes    time limit, 0 for none
// seed       the same number gives the same model
// and others, which docs/reference.md lists
argument = getArgument();
if (argument == "") {
  normal = getDirectory("Folder of healthy eyes");
  model = getDirectory("Folder for the model") + "model.cavga";
} else {
  parts = split(argument, "|");
  normal = parts[0];
  model = parts[1];
}
run("Train CAVGA...", "normal=[" + normal + "] model=[" + model + "] size=128");
if (!File.exists(model)) exit("Training was cancelled.");
print("The model was written to " + model);
