// Compares what two models say about the same pictures: localizes the folder with both, and writes
// comparison.csv with the scores, as multiples of each model's threshold, and both decisions.
//
// In a window: Plugins > Macros > Run...
// Without one, in Fiji:
//   ImageJ --headless --console -macro Compare_Models.ijm "A.cavga|B.cavga|PICTURES|RESULTS"
//
// The results of each model are in RESULTS/A and RESULTS/B, as Localize_Folder.ijm describes them.
argument = getArgument();
if (argument == "") {
  models = newArray(File.openDialog("First model"), File.openDialog("Second model"));
  input = getDirectory("Folder of pictures");
  output = getDirectory("Folder for the results");
} else {
  parts = split(argument, "|");
  models = newArray(parts[0], parts[1]);
  input = parts[2];
  output = parts[3];
}
names = newArray("A", "B");
tables = newArray(2);
for (m = 0; m < 2; m++) {
  folder = output + File.separator + names[m];
  run("Localize Anomalies in Folder...", "model=[" + models[m] + "] input=[" + input + "]"
      + " output=[" + folder + "]");
  tables[m] = File.openAsString(folder + File.separator + "results.csv");
}
first = split(tables[0], "\n");
second = split(tables[1], "\n");
agree = 0;
compared = 0;
text = "image,relative_score_A,relative_score_B,anomalous_A,anomalous_B\n";
for (i = 1; i < first.length; i++) {
  a = numbers(first[i]);
  b = numbers(second[i]);
  if (a[2] != "failed" && b[2] != "failed") {
    compared++;
    if (a[1] == b[1]) agree++;
  }
  text = text + name(first[i]) + "," + a[0] + "," + b[0] + "," + a[1] + "," + b[1] + "\n";
}
File.saveString(text, output + File.separator + "comparison.csv");
print("The models agree on " + agree + " of " + compared + " pictures.");
print("The comparison is in " + output + File.separator + "comparison.csv");

// A picture's name stands in quotes where it holds a comma.
function name(row) {
  if (!startsWith(row, "\"")) return substring(row, 0, indexOf(row, ","));
  return substring(row, 0, indexOf(row, "\",") + 1);
}

// Score by threshold, decision and "failed" or "ok".
function numbers(row) {
  rest = substring(row, lengthOf(name(row)) + 1);
  if (indexOf(rest, ",failed,") >= 0) return newArray("", "", "failed");
  cells = split(rest, ",");
  return newArray(d2s(parseFloat(cells[0]) / parseFloat(cells[1]), 4), cells[2], "ok");
}
