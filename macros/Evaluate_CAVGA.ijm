// Measures a model on a data set's test pictures. Without windows too:
//   ImageJ --headless --console -macro Evaluate_CAVGA.ijm
// The folder has test/normal and test/abnormal, and test/mask where masks are known. The results
// are report.html, which any browser shows, metrics.json and scores.csv.

run("Evaluate CAVGA...", "model=[/data/healthy.cavga] dataset=[/data/eyes] layout=[]"
    + " normal_class=[] output=[/data/evaluation] map=default");
