package itb.backoffice.upload;

/** A value as a person sees it. */
public sealed interface Worded {
    /** There is no value. */
    record Nothing() implements Worded {}

    /** In words. */
    record Text(String words) implements Worded {}

    /** A picture. */
    record Picture(String contentType, byte[] bytes) implements Worded {
        @Override
        public boolean equals(Object other) {
            return other instanceof Picture picture
                    && picture.contentType.equals(contentType)
                    && java.util.Arrays.equals(picture.bytes, bytes);
        }

        @Override
        public int hashCode() {
            return java.util.Arrays.hashCode(bytes);
        }
    }

    /** Text for a console or a search; empty for nothing. */
    default String plain() {
        return switch (this) {
            case Nothing nothing -> "";
            case Text text -> text.words();
            case Picture picture -> picture.contentType() + ", " + (picture.bytes().length + 1023) / 1024 + " kB";
        };
    }
}
