/**
 * What a folder run has done so far, so that the next run goes on from there.
 *
 * <p>Door: {@link sc.fiji.cavga.localize.folder.journal.Journal}. Its lines must be readable by the
 * next run of the same version; all else may be changed here.
 */
package sc.fiji.cavga.localize.folder.journal;
