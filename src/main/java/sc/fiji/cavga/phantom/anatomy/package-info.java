/**
 * What an eye is made of and what may be wrong with it: vessels, optic disc, nerve fibres,
 * background, lesions, and the camera.
 *
 * <p>Doors: {@link sc.fiji.cavga.phantom.anatomy.Background}, {@link
 * sc.fiji.cavga.phantom.anatomy.VesselTree}, {@link sc.fiji.cavga.phantom.anatomy.OpticDisc},
 * {@link sc.fiji.cavga.phantom.anatomy.NerveFibres} (their course after Jansonius et al. 2009),
 * {@link sc.fiji.cavga.phantom.anatomy.Lesions} and {@link sc.fiji.cavga.phantom.anatomy.Camera};
 * {@link sc.fiji.cavga.phantom.FundusPhantom} puts them together.
 *
 * <p>Each may be changed here alone, but the pixels of {@code sample-fundus} change with it.
 */
package sc.fiji.cavga.phantom.anatomy;
