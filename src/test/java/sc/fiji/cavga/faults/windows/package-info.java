/** Files by the rules of Windows, on any system. Door: {@link WindowsRules}. */
package sc.fiji.cavga.faults.windows;
