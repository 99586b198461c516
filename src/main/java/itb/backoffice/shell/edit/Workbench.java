package itb.backoffice.shell.edit;

/** Where things of the open chain are edited: one at a time in a form, and many at once. */
public record Workbench(DraftDesk desk, BulkEdit bulk) {}
