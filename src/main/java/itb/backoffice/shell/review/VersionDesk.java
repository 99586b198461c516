package itb.backoffice.shell.review;

import itb.backoffice.upload.ChangeWords;
import itb.backoffice.upload.ResourceHistory;
import itb.backoffice.upload.Undo;

/** What knows the versions of a thing, and brings one back. Every call may wait and is made off the FX thread. */
public record VersionDesk(ResourceHistory history, Undo undo, ChangeWords words) {}
