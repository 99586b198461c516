/** ITB Backoffice: decides what patients of a clinic chain see and can book. */
@NullMarked
package itb.backoffice;

import org.jspecify.annotations.NullMarked;
