package sc.fiji.cavga.dataset.patients;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.dataset.mask.MaskRule;
import sc.fiji.cavga.picture.Picture;

/** A sample of which it is known whose eye it shows. */
final class PatientSample implements Sample {

  private final Sample sample;
  private final String patient;

  PatientSample(Sample sample, String patient) {
    this.sample = sample;
    this.patient = patient;
  }

  @Override
  public Optional<String> patient() {
    return Optional.of(patient);
  }

  @Override
  public String name() {
    return sample.name();
  }

  @Override
  public boolean anomalous() {
    return sample.anomalous();
  }

  @Override
  public Picture picture() throws IOException {
    return sample.picture();
  }

  @Override
  public Optional<RandomAccessibleInterval<BitType>> mask() throws IOException {
    return sample.mask();
  }

  @Override
  public List<String> maskDoubts() {
    return sample.maskDoubts();
  }

  @Override
  public Sample withMaskRule(MaskRule rule) {
    return new PatientSample(sample.withMaskRule(rule), patient);
  }
}
