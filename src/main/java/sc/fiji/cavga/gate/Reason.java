package sc.fiji.cavga.gate;

/** Why a picture does not lie among those that a model has learned from. */
enum Reason {
  HAZE(
      "It has less contrast than the healthy eyes that the model has learned from, as behind haze"),
  PALE("It is paler than the healthy eyes that the model has learned from, as behind haze"),
  BLUR("It is less sharp than the healthy eyes that the model has learned from"),
  COLOURS("Its colours are not those of the healthy eyes that the model has learned from"),
  BRIGHTNESS("Its brightness is not that of the healthy eyes that the model has learned from"),
  FIELD_OF_VIEW(
      "It does not show as much of the eye as those that the model has learned from, or more"),
  CONTRAST("Its contrast is not that of the healthy eyes that the model has learned from");

  private final String text;

  Reason(String text) {
    this.text = text;
  }

  Doubt doubt() {
    return Doubt.unclear(
        text
            + ": take the photograph again, or recalibrate the model with healthy pictures like it.");
  }
}
