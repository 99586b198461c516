package itb.backoffice.cli;

import itb.backoffice.cli.input.Found;
import itb.backoffice.cli.input.Found.EmptyBundle;
import itb.backoffice.cli.input.Found.Format;
import itb.backoffice.cli.input.Found.Piece;
import itb.backoffice.cli.input.Found.Trouble;
import itb.backoffice.cli.input.Found.Unread;
import itb.backoffice.validation.ProfileValidator;
import itb.backoffice.validation.Verdict;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** Judges what is found in the input, in whichever way it is written. */
final class Judging {
    private final ProfileValidator validator;
    private final @Nullable String profile;
    private final String profileType;

    /** Holds against {@code profile} what is of its type; null takes the usual ones. */
    Judging(ProfileValidator validator, @Nullable String profile) {
        this.validator = validator;
        this.profile = profile;
        this.profileType = profile == null ? "" : validator.typeOf(profile);
    }

    /** What there is to tell of something found. */
    sealed interface Line {
        /** A resource and what came of it. */
        record Judged(Piece piece, Verdict verdict) implements Line {}

        /** A Bundle with no resource in it. */
        record Empty(String file) implements Line {}

        /** Something that could not be read. */
        record NotRead(String file, Trouble trouble) implements Line {}
    }

    Line judge(Found found) {
        return switch (found) {
            case Unread(String file, Trouble trouble) -> new Line.NotRead(file, trouble);
            case EmptyBundle(String file) -> new Line.Empty(file);
            case Piece piece -> {
                try {
                    yield new Line.Judged(piece, judge(piece, piece.text().read()));
                } catch (CharacterCodingException e) {
                    yield new Line.NotRead(piece.file(), Trouble.NOT_UTF8);
                } catch (IOException e) {
                    yield new Line.NotRead(piece.file(), Trouble.UNREADABLE);
                } catch (OutOfMemoryError e) {
                    yield new Line.NotRead(piece.file(), Trouble.TOO_LARGE);
                }
            }
        };
    }

    /** In a Bundle there may be other things beside those that the profile is for. */
    private Verdict judge(Piece piece, String text) {
        boolean xml = piece.format() == Format.XML;
        boolean other = profile != null
                && piece.entry() > 0
                && !validator.typeIn(text, xml).equals(profileType);
        String asked = other ? null : profile;
        return xml ? validator.judgeXml(text, asked) : validator.judge(text, asked);
    }
}
