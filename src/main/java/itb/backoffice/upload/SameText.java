package itb.backoffice.upload;

/** Compares two JSON texts of a resource without reading them: most servers send back what they got, except its meta. */
final class SameText {
    private static final String META = "\"meta\":";

    private SameText() {}

    /** Whether the texts are the same but for {@code meta}; false also where that cannot be told so simply. */
    static boolean apartFromMeta(String one, String other) {
        int[] first = meta(one);
        int[] second = meta(other);
        if (first.length == 0 || second.length == 0) {
            return false;
        }
        int rest = one.length() - first[1];
        return first[0] == second[0]
                && rest == other.length() - second[1]
                && one.regionMatches(0, other, 0, first[0])
                && one.regionMatches(first[1], other, second[1], rest);
    }

    /** Where the value of the resource's own meta begins and ends; empty where it is not an object near the beginning. */
    private static int[] meta(String json) {
        int depth = 0;
        for (int at = 0; at < json.length(); at++) {
            char c = json.charAt(at);
            if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            } else if (c == '"') {
                if (depth == 1 && json.startsWith(META + "{", at)) {
                    return new int[] {at + META.length(), end(json, at + META.length())};
                }
                at = literal(json, at);
            }
        }
        return new int[0];
    }

    private static int end(String json, int from) {
        int depth = 0;
        for (int at = from; at < json.length(); at++) {
            char c = json.charAt(at);
            if (c == '"') {
                at = literal(json, at);
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return at + 1;
            }
        }
        return json.length();
    }

    /** The place of the quote that ends the literal which begins at {@code from}. */
    private static int literal(String json, int from) {
        int at = from + 1;
        while (at < json.length() && json.charAt(at) != '"') {
            at += json.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }
}
