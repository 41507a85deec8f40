/**
 * DICOM without compression, read directly: it takes the pixels and what describes them, and
 * nothing about the patient.
 *
 * <p>Door: {@link sc.fiji.cavga.read.dicom.DicomReader}. What it knows of the format may be changed
 * here alone.
 */
package sc.fiji.cavga.read.dicom;
