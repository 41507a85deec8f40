/**
 * What one method says of one picture. Doors: {@link sc.fiji.cavga.model.examination.Examination},
 * which a method implements, and {@link sc.fiji.cavga.model.examination.RawMap}.
 *
 * <p>The names of {@link sc.fiji.cavga.model.examination.MapKind} stand in model files, scripts and
 * macros and may not change. All else may be changed together with its methods.
 */
package sc.fiji.cavga.model.examination;
