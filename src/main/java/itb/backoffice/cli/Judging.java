package itb.backoffice.cli;

import itb.backoffice.cli.input.Piece;
import itb.backoffice.validation.ProfileValidator;
import itb.backoffice.validation.Verdict;
import org.jspecify.annotations.Nullable;

/** Judges one piece of input, in whichever way it is written. */
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

    /** In a Bundle there may be other things beside those that the profile is for. */
    Verdict judge(Piece piece) {
        String asked = profile;
        if (asked != null && piece.entry() > 0) {
            String type = validator.typeIn(piece.text(), piece.format() == Piece.Format.XML);
            asked = type.equals(profileType) ? asked : null;
        }
        return piece.format() == Piece.Format.XML
                ? validator.judgeXml(piece.text(), asked)
                : validator.judge(piece.text(), asked);
    }
}
