// Measures optic disc, cup and rim of the open image, and prints the ratio of cup to disc. No model
// is needed. Where the disc cannot be seen, it prints why.
//
// Correct the outlines named disc and cup, in the Overlay or the ROI Manager, and run
// Plugins > CAVGA > Measure Optic Disc Again: table, Overlay and properties follow.
//
// eye_side  right, left or auto
// slices    current or all slices of a stack
// tables    true for tables of the measures and of the clock hours
// manager   true to have the outlines in the ROI Manager
run("Optic Disc and Cup...", "eye_side=auto slices=current tables=true manager=false");
if (Property.get("cavga_measured") == "true")
  print(getTitle() + ": cup-to-disc ratio " + Property.get("cavga_cdr_vertical")
      + " vertical, " + Property.get("cavga_cdr_area") + " of the area, "
      + Property.get("cavga_eye_side") + " eye");
else
  print(getTitle() + ": " + Property.get("cavga_message"));
