/** Pictures: read safely, turned upright, cropped, shrunk, and put where a resource keeps them. */
@NullMarked
package itb.backoffice.form.picture;

import org.jspecify.annotations.NullMarked;
