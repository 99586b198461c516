/** What the program must reach, measured: packaging/benchmark runs these, the README has the figures. */
@NullMarked
package itb.backoffice.benchmark;

import org.jspecify.annotations.NullMarked;
