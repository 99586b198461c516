package itb.backoffice.validation.pack;

import java.util.Comparator;

/** Puts versions in order: number by number, and what follows a hyphen before what has none. */
final class Versions {
    static final Comparator<String> ORDER = Versions::compare;

    private Versions() {}

    private static int compare(String one, String other) {
        String[] left = one.split("-", 2);
        String[] right = other.split("-", 2);
        int numbers = parts(left[0], right[0]);
        if (numbers != 0 || left.length == right.length && left.length == 1) {
            return numbers;
        }
        return left.length == right.length ? parts(left[1], right[1]) : right.length - left.length;
    }

    private static int parts(String one, String other) {
        String[] left = one.split("\\.", -1);
        String[] right = other.split("\\.", -1);
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int order = part(i < left.length ? left[i] : "0", i < right.length ? right[i] : "0");
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int part(String one, String other) {
        boolean numbers = one.matches("\\d{1,18}") && other.matches("\\d{1,18}");
        return numbers ? Long.compare(Long.parseLong(one), Long.parseLong(other)) : one.compareTo(other);
    }
}
