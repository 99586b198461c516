package itb.backoffice.catalogue;

import java.text.Normalizer;
import java.util.Locale;

/** Texts as they are compared in a search: without case, accents and the different ways to type Nordic letters. */
final class Folding {
    private Folding() {}

    /** {@code å ä æ} become a, {@code ö ø} become o, other accents go. */
    static String shortForm(String text) {
        return fold(text, false);
    }

    /** {@code å} becomes aa, {@code ä æ} ae, {@code ö ø} oe, as in addresses and on foreign keyboards. */
    static String longForm(String text) {
        return fold(text, true);
    }

    private static String fold(String text, boolean twoLetters) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(c -> c < 0x80)) {
            return lower;
        }
        StringBuilder folded = new StringBuilder(lower.length() + 8);
        String composed = Normalizer.normalize(lower, Normalizer.Form.NFC);
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            switch (c) {
                case 'å' -> folded.append(twoLetters ? "aa" : "a");
                case 'ä', 'æ' -> folded.append(twoLetters ? "ae" : "a");
                case 'ö', 'ø' -> folded.append(twoLetters ? "oe" : "o");
                case 'ü' -> folded.append(twoLetters ? "ue" : "u");
                case 'ß' -> folded.append("ss");
                case 'đ', 'ð' -> folded.append('d');
                case 'ł' -> folded.append('l');
                case 'þ' -> folded.append("th");
                default -> {
                    if (c < 0x80) {
                        folded.append(c);
                    } else {
                        Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                                .chars()
                                .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                                .forEach(part -> folded.append((char) part));
                    }
                }
            }
        }
        return folded.toString();
    }
}
