/**
 * Small windows of text and buttons: how a run came out, and the welcome. Doors: {@link
 * sc.fiji.cavga.ui.notice.FinishedRun}, {@link sc.fiji.cavga.ui.notice.Welcome}.
 */
package sc.fiji.cavga.ui.notice;
