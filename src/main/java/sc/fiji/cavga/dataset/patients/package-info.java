/**
 * Which pictures are of one patient, so that a training keeps them together. Its door is {@link
 * sc.fiji.cavga.dataset.patients.Patients}; {@link sc.fiji.cavga.dataset.patients.FellowEyes} says
 * where it would be needed.
 */
package sc.fiji.cavga.dataset.patients;
