package itb.backoffice.catalogue;

/** Slips of the fingers: a letter too many, too few, another one, or two in the wrong order. */
final class Slips {
    private static final int LONGEST = 40;

    private Slips() {}

    /** How many are forgiven in {@code word}: none in short words, which would then fit anything. */
    static int allowed(String word) {
        return word.length() < 4 ? 0 : word.length() < 8 ? 1 : 2;
    }

    /** Whether {@code typed} is {@code token}, or its beginning, but for {@code most} slips. */
    static boolean within(String typed, String token, int most) {
        int rows = typed.length();
        if (rows > LONGEST || token.length() < rows - most) {
            return false;
        }
        int columns = Math.min(token.length(), rows + most);
        int[] before = new int[columns + 1];
        int[] above = new int[columns + 1];
        int[] row = new int[columns + 1];
        for (int column = 0; column <= columns; column++) {
            above[column] = column;
        }
        for (int i = 1; i <= rows; i++) {
            row[0] = i;
            int least = i;
            int from = Math.max(1, i - most);
            int to = Math.min(columns, i + most);
            if (from > 1) {
                row[from - 1] = most + 1;
            }
            for (int column = from; column <= to; column++) {
                boolean same = typed.charAt(i - 1) == token.charAt(column - 1);
                int cost = above[column - 1] + (same ? 0 : 1);
                if (column < i + most) {
                    cost = Math.min(cost, above[column] + 1);
                }
                cost = Math.min(cost, row[column - 1] + 1);
                if (i > 1
                        && column > 1
                        && typed.charAt(i - 1) == token.charAt(column - 2)
                        && typed.charAt(i - 2) == token.charAt(column - 1)) {
                    cost = Math.min(cost, before[column - 2] + 1);
                }
                row[column] = cost;
                least = Math.min(least, cost);
            }
            if (least > most) {
                return false;
            }
            int[] spare = before;
            before = above;
            above = row;
            row = spare;
        }
        for (int column = Math.max(0, rows - most); column <= columns; column++) {
            if (above[column] <= most) {
                return true;
            }
        }
        return false;
    }
}
