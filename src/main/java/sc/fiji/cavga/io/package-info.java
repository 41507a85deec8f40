/**
 * Files and their formats: safetensors, stored zip, strict JSON, whole-or-nothing writing. It knows
 * nothing of what the files are about.
 *
 * <p>Doors: {@link sc.fiji.cavga.io.AtomicFile} to write any file, {@link
 * sc.fiji.cavga.io.StoredZipReader} and {@link sc.fiji.cavga.io.StoredZipWriter}, {@link
 * sc.fiji.cavga.io.StrictJson} and {@link sc.fiji.cavga.io.JsonFields}, {@link
 * sc.fiji.cavga.io.Safetensors} and {@link sc.fiji.cavga.io.NamedArray}, {@link
 * sc.fiji.cavga.io.WritableFolder}, {@link sc.fiji.cavga.io.Fingerprint}.
 *
 * <p>Limits, checks and messages may be changed here alone. The bytes that are written are a
 * promise: files of earlier versions must stay readable.
 */
package sc.fiji.cavga.io;
