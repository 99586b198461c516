package itb.backoffice.shell.review;

import itb.backoffice.upload.ChangeWords;
import itb.backoffice.upload.Journal;
import itb.backoffice.upload.Undo;

/** What the history reads, and what takes it back. Every call may wait and is made off the FX thread. */
public record HistoryDesk(Journal journal, Undo undo, ChangeWords words) {}
