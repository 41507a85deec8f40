/**
 * A method as somebody may add one, for tests: it makes all that a method can make. Nothing outside
 * this package knows it; that everything works all the same is what its tests are about.
 */
package sc.fiji.cavga.toy;
