// Trains CAVGA on a folder of healthy eyes and writes a model file.
//
// In a window: Plugins > Macros > Run...
// Without one: ImageJ --headless -macro Train_CAVGA.ijm "NORMALS|MODEL.cavga"
//
// Every key is given: Fiji asks for those that are left out, unless it runs headless.
// normal     folder of photographs of healthy eyes, its subfolders included
// anomalous  folder of photographs with anomalies, or [] to learn from normal ones alone
// model      file to write; MODEL-last.cavga, of the last epoch, is written beside it
// epochs     how often the pictures are gone through at most
// size       network size in pixels, such as 128 or 256
// width      feature maps after the first convolution
// batch      pictures in one training step
// seed       the same number gives the same model
// minutes    time limit, 0 for none
// resume     MODEL.checkpoint.cavga of a training that was cancelled, or []
argument = getArgument();
if (argument == "") {
  normal = getDirectory("Folder of healthy eyes");
  model = getDirectory("Folder for the model") + "model.cavga";
} else {
  parts = split(argument, "|");
  normal = parts[0];
  model = parts[1];
}
run("Train CAVGA...", "normal=[" + normal + "] anomalous=[] model=[" + model + "]"
    + " epochs=40 size=128 width=32 batch=8 seed=0 minutes=0 resume=[]");
if (!File.exists(model)) exit("Training was cancelled.");
print("The model was written to " + model);
