// Shows on the open image what is anomalous in it, and prints score and decision. Where an area is
// selected, only what lies in it is shown; score and decision are those of the whole picture.
//
// The heat map and the outlines are an Overlay: the pixels are not changed, and
// Image > Overlay > Hide Overlay shows the picture alone.
//
// model    healthy-fundus, which comes with CAVGA, or a file that Train CAVGA... has written
// map      default, attention (the paper's) or reconstruction
// opacity  of the heat map, 0 (outlines alone) to 1
// slices   current or all slices of a stack
// raw      true for the map as a 32-bit image, in which 1.0 is the threshold
// tables   true for tables of the pictures and their regions
// manager  true to append the regions to the ROI Manager
model = getArgument();
if (model == "") model = "healthy-fundus";
run("Localize Anomalies...", "model=[" + model + "] map=default opacity=0.6"
    + " slices=current raw=false tables=false manager=false");
print(getTitle() + ": score " + Property.get("cavga_score")
    + ", threshold " + Property.get("cavga_threshold")
    + ", anomalous: " + Property.get("cavga_anomalous")
    + ", judged: " + Property.get("cavga_judged") + " " + Property.get("cavga_warning"));
