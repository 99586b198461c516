package itb.backoffice.shell.check;

import org.jspecify.annotations.Nullable;

/** A line of the page's table: a group, or one of its findings. */
record FindingLine(FindingGroup group, @Nullable FindingRow row) {}
