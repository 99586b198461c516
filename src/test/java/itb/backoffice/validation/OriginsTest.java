package itb.backoffice.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import itb.backoffice.validation.Finding.Origin;
import itb.backoffice.validation.Finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginsTest {
    @Test
    void oneOldFindingExcusesOnlyOneOfMine() {
        List<Finding> marked = Origins.mark(
                List.of(finding("empty:R.code", "R.code[0]"), finding("empty:R.code", "R.code[1]")),
                List.of(finding("empty:R.code", "R.code[1]")));
        assertEquals(
                List.of(Origin.NEW, Origin.BEFORE),
                marked.stream().map(Finding::origin).toList());
    }

    @Test
    void anotherTextOfTheSameRuleIsStillTheSame() {
        Finding before = new Finding(Severity.ERROR, "R.a", "one", "code:R.a", "one", Origin.NEW);
        Finding mine = new Finding(Severity.ERROR, "R.a", "two", "code:R.a", "two", Origin.NEW);
        assertEquals(
                Origin.BEFORE,
                Origins.mark(List.of(mine), List.of(before)).getFirst().origin());
    }

    @Test
    void aWarningThatBecameAnErrorIsNew() {
        Finding before = new Finding(Severity.WARNING, "R.a", "", "code:R.a", "", Origin.NEW);
        Finding mine = new Finding(Severity.ERROR, "R.a", "", "code:R.a", "", Origin.NEW);
        assertEquals(
                Origin.NEW,
                Origins.mark(List.of(mine), List.of(before)).getFirst().origin());
    }

    private static Finding finding(String rule, String path) {
        return new Finding(Severity.ERROR, path, "", rule, "", Origin.NEW);
    }
}
