/**
 * Is never compiled: the build runs an annotation processor over it, which writes the manual page
 * and the completion scripts.
 */
final class Documents {}
