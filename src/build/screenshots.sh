#!/usr/bin/env bash
# Makes the docs' pictures of windows anew, into docs/images: plain ImageJ with the plugin on a
# screen that nobody sees. Needs Xvfb and two small programs that find and grab windows
# (apt-get install xvfb x11-utils imagemagick), and mvn -DskipTests package before it. Takes about
# seven minutes.
set -euo pipefail
cd "$(dirname "$0")/../.."
project=$PWD
work=$(mktemp -d)
screen=
imagej=
finish() {
  [ -z "$imagej" ] || kill "$imagej" 2>/dev/null || true
  [ -z "$screen" ] || kill "$screen" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

mkdir -p "$work/ImageJ/plugins/jars" "$work/home"
cp target/CAVGA_-*[0-9T].jar "$work/ImageJ/plugins"
for jar in target/lib/*.jar; do
  case $(basename "$jar") in
    ij-*) cp "$jar" "$work/ij.jar" ;;
    slf4j-nop*) ;;
    *) cp "$jar" "$work/ImageJ/plugins/jars" ;;
  esac
done

Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp -noreset 2>/dev/null 3>"$work/display" &
screen=$!
while [ ! -s "$work/display" ]; do sleep 0.1; done
DISPLAY=:$(cat "$work/display")
export DISPLAY

# Starts ImageJ with a macro; the one before ends. With a dialog's title, the texts for its fields and a
# button, these are filled in and pressed.
show() {
  [ -z "$imagej" ] || { kill "$imagej" && wait "$imagej" 2>/dev/null || true; }
  printf '%s\n' "$1" > "$work/show.ijm"
  local main=(ij.ImageJ)
  [ $# -eq 1 ] || main=(src/build/FillIn.java "$2" "$3" "$4")
  java -Duser.home="$work/home" -Dorg.bytedeco.javacpp.cachedir="$HOME/.javacpp/cache" \
    -cp "$work/ij.jar" "${main[@]}" -ijpath "$work/ImageJ" -port0 -macro "$work/show.ijm" \
    > "$work/log.txt" 2>&1 &
  imagej=$!
}

# Takes a picture of the window of this title, once it is there and has been for some seconds.
picture() {
  local tries=0
  until xwininfo -name "$1" > /dev/null 2>&1; do
    sleep 0.5
    tries=$((tries + 1))
    if [ $tries -gt 240 ]; then
      echo "The window \"$1\" did not open:" >&2
      cat "$work/log.txt" >&2
      exit 1
    fi
  done
  sleep "${3:-2}"
  import -window "$1" -strip "docs/images/$2.png"
  echo "docs/images/$2.png"
}

# First: later it would open by itself, before some dialog or other.
show 'doCommand("Welcome");'
picture 'Welcome to CAVGA' welcome
normal=sample-fundus/train/normal
model=$work/healthy.cavga

show 'doCommand("Train CAVGA...");' 'Train CAVGA...' "$normal|healthy.cavga" ''
picture 'Train CAVGA...' train-dialog 4
show 'doCommand("Train CAVGA...");' 'Train CAVGA...' '' 'Advanced...'
picture 'Train CAVGA: advanced' train-advanced
show "run(\"Train CAVGA...\", \"normal=[$normal] model=[$model] detector_steps=1500 minutes=4\");"
picture 'Training healthy.cavga' training 150
picture 'Losses of healthy.cavga' losses 0
while [ ! -s "$model" ]; do sleep 1; done
sleep 2
photograph="open(\"$project/sample-fundus/test/abnormal/hard-exudate_01_easy.jpg\");
run(\"Size...\", \"width=700 depth=1 constrain average interpolation=Bicubic\");
run(\"Set Scale...\", \"distance=88 known=1 unit=mm\");
rename(\"photograph\");"
show "$photograph
run(\"Localize Anomalies...\", \"model=[$model]\");"
picture 'photograph' overlay 12
show "$photograph
run(\"Localize Anomalies...\", \"model=[$model] tables=true\");
Table.setLocationAndSize(20, 120, 1100, 230, \"CAVGA regions: photograph\");
Table.setLocationAndSize(20, 400, 620, 120, \"CAVGA pictures: photograph\");"
picture 'CAVGA regions: photograph' regions 6
picture 'CAVGA pictures: photograph' pictures 0
show "$photograph
run(\"Localize Anomalies...\", \"model=[$model] raw=true\");"
picture 'Map of photograph' raw-map 6
show 'newImage("photograph", "RGB", 300, 300, 1); doCommand("Localize Anomalies...");'
picture 'Localize Anomalies...' localize-dialog
show 'doCommand("Localize Anomalies in Folder...");' \
  'Localize Anomalies in Folder...' '|sample-fundus/test/abnormal|results' ''
picture 'Localize Anomalies in Folder...' folder-dialog 4
show 'doCommand("Localize Anomalies in Folder...");' \
  'Localize Anomalies in Folder...' "$model|sample-fundus/test|$work/results" 'OK'
picture 'Localize Anomalies in Folder' folder-report 2
show 'doCommand("Evaluate CAVGA...");'
picture 'Evaluate CAVGA...' evaluate-dialog
show "run(\"CAVGA Model Info...\", \"model=[$model] curves=false\");"
picture 'CAVGA model' model-info 6
show 'run("CAVGA Compute Device...");'
picture 'CAVGA compute device' compute-device 6
show 'run("Fundus Phantom");'
picture 'Fundus phantom 7 (blot, easy)' phantom 4
disc="open(\"$project/sample-fundus/discs/crops/crop_cup_02.jpg\");
run(\"Size...\", \"width=640 depth=1 constrain average interpolation=Bicubic\"); rename(\"disc\");"
show "$disc
run(\"Optic Disc and Cup...\", \"tables=false\");"
picture 'disc' optic-disc 10
show "$disc
run(\"Optic Disc and Cup...\", \"tables=true\");
Table.setLocationAndSize(20, 120, 620, 330, \"CAVGA clock hours: disc\");"
picture 'CAVGA clock hours: disc' clock-hours 10
show 'newImage("disc", "RGB", 300, 300, 1); doCommand("Optic Disc and Cup...");'
picture 'Optic Disc and Cup...' optic-disc-dialog
