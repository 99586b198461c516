package itb.backoffice.shell.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void everySpreadsheetReadsTheCellsAsTheyAreShown() {
        assertEquals(
                "Name,Town\r\n\"Berg, \"\"Kari\"\"\",Åre\r\n\"a\nb\",\r\n",
                Csv.text(List.of(List.of("Name", "Town"), List.of("Berg, \"Kari\"", "Åre"), List.of("a\nb", ""))));
    }

    @Test
    void aNameIsNeverAFormulaAndAPhoneNumberStaysOne() {
        assertEquals("’=1+1,+47 22 95 00 01,-4\r\n", Csv.text(List.of(List.of("=1+1", "+47 22 95 00 01", "-4"))));
    }
}
