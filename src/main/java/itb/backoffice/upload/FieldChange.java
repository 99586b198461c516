package itb.backoffice.upload;

import java.util.List;

/**
 * One field's old and new value.
 *
 * @param label the field's name, ready to be read
 * @param path the element that leads the field, in the notation of {@code draft.Change#path}
 * @param segments for longer texts: both values word by word; otherwise empty
 */
public record FieldChange(String label, String path, Worded before, Worded after, List<Segment> segments) {}
