package itb.backoffice.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MapLinkTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "59.9127300, 10.7461000 | 59.9127300, 10.7461000",
                "59.9 10.7 | 59.9, 10.7",
                "59.9;10.7 | 59.9, 10.7",
                "-33.8, 151.2 | -33.8, 151.2",
                "59,9127; 10,7461 | 59.9127, 10.7461",
                "59,9127, 10,7461 | 59.9127, 10.7461",
                "https://www.google.com/maps/@59.9127,10.7461,15z | 59.9127, 10.7461",
                "https://www.google.no/maps/place/Oslo/@59.8,10.8,11z/data=!3m1!4b1!4m6!3m5!1s0x0!8m2!3d59.9138688!4d10.7522454 | 59.9138688, 10.7522454",
                "https://maps.google.com/?q=59.9127,10.7461 | 59.9127, 10.7461",
                "https://www.google.com/maps/search/?api=1&query=59.9127%2C10.7461 | 59.9127, 10.7461",
                "https://www.google.com/maps/search/59.912700,+10.746100 | 59.912700, 10.746100",
                "https://www.google.com/maps/dir/?api=1&destination=59.9127,10.7461 | 59.9127, 10.7461",
                "https://www.openstreetmap.org/#map=15/59.9127/10.7461 | 59.9127, 10.7461",
                "https://www.openstreetmap.org/?mlat=59.9127&mlon=10.7461#map=15/59.8/10.8 | 59.9127, 10.7461",
                "https://maps.apple.com/?ll=59.9127,10.7461&q=Klinikk | 59.9127, 10.7461",
                "https://maps.apple.com/place?coordinate=59.9127,10.7461&name=A | 59.9127, 10.7461",
                "https://www.bing.com/maps?cp=59.9127~10.7461&lvl=15 | 59.9127, 10.7461",
                "geo:59.9127,10.7461?z=15 | 59.9127, 10.7461",
                "59°54'46\"N 10°44'46\"E | 59.912778, 10.746111",
                "33°52'10.5\"S, 70°40'0\"W | -33.869583, -70.666667"
            })
    void whatPeoplePasteIsAPlaceWithItsDigits(String pasted, String place) {
        assertEquals(place, MapLink.read(pasted).orElseThrow().words());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Storgata 1",
                "59.9",
                "91.0, 10.7",
                "59.9, 181",
                "https://maps.app.goo.gl/abc123",
                "https://example.org/",
                "https://www.google.com/maps/place/Oslo%",
                "0150 Oslo"
            })
    void whatIsNoPlaceOnEarthIsNone(String pasted) {
        assertTrue(MapLink.read(pasted).isEmpty(), () -> MapLink.read(pasted).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"59.9127300, 10.7461000", "-0.5, -120"})
    void theLinkThatIsOpenedLeadsToTheSamePlace(String typed) {
        MapLink place = MapLink.read(typed).orElseThrow();
        assertTrue(place.same(MapLink.read(place.link()).orElseThrow()));
    }
}
