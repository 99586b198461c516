package itb.backoffice.demo.chain;

import java.util.List;

/** Where clinics lie: regions of Norway and Sweden with towns in each. */
final class Places {
    /** A town. Its position in degrees, so exact that trailing zeros count. */
    record Town(String name, String postalCode, String latitude, String longitude) {}

    /** A region with its towns. */
    record Region(String name, String country, List<Town> towns) {
        boolean swedish() {
            return country.equals("SE");
        }
    }

    /** Ends of clinic names, for when a town has several. */
    static final List<String> QUARTERS = List.of(
            "Torg", "Brygge", "Stasjon", "Senter", "Park", "Øst", "Vest", "Nord", "Sør", "Havn", "Allé", "Kvartalet");

    static final List<String> NORWEGIAN_STREETS = List.of(
            "Storgata", "Kirkegata", "Sjøgata", "Skolegata", "Bjørkeveien", "Åsveien", "Torggata", "Nygårdsgata");
    static final List<String> SWEDISH_STREETS = List.of(
            "Storgatan",
            "Kungsgatan",
            "Drottninggatan",
            "Ängsvägen",
            "Björkallén",
            "Södra vägen",
            "Åsgatan",
            "Köpmangatan");

    static final List<Region> REGIONS = List.of(
            new Region(
                    "Oslofjorden",
                    "NO",
                    List.of(
                            new Town("Sandvika", "1337", "59.8906400", "10.5253100"),
                            new Town("Majorstuen", "0367", "59.9296500", "10.7144800"),
                            new Town("Drøbak", "1440", "59.6612000", "10.6295010"),
                            new Town("Moss", "1530", "59.4341300", "10.6577400"),
                            new Town("Tønsberg", "3110", "59.2675200", "10.4076170"),
                            new Town("Lillestrøm", "2000", "59.9560100", "11.0492600"),
                            new Town("Bærums Verk", "1353", "59.9380500", "10.5021000"),
                            new Town("Ski", "1400", "59.7195200", "10.8357700"),
                            new Town("Grünerløkka", "0554", "59.9238000", "10.7594100"),
                            new Town("Løren", "0585", "59.9297700", "10.7906300"))),
            new Region(
                    "Västkusten",
                    "SE",
                    List.of(
                            new Town("Hisingen", "417 55", "57.7214400", "11.9393500"),
                            new Town("Mölndal", "431 30", "57.6554000", "12.0138000"),
                            new Town("Kungälv", "442 31", "57.8710200", "11.9754900"),
                            new Town("Varberg", "432 41", "57.1056000", "12.2507800"),
                            new Town("Malmö Möllan", "214 20", "55.5926500", "13.0069900"),
                            new Town("Borås", "503 38", "57.7210300", "12.9401000"),
                            new Town("Uddevalla", "451 30", "58.3478400", "11.9424000"),
                            new Town("Ängelholm", "262 32", "56.2428000", "12.8621900"),
                            new Town("Lund", "222 21", "55.7046600", "13.1910070"),
                            new Town("Halmstad", "302 42", "56.6739600", "12.8578400"))),
            new Region(
                    "Vestlandet",
                    "NO",
                    List.of(
                            new Town("Bergen Åsane", "5116", "60.4673000", "5.3229800"),
                            new Town("Stavanger", "4006", "58.9699760", "5.7331070"),
                            new Town("Ålesund", "6002", "62.4722800", "6.1549200"),
                            new Town("Førde", "6800", "61.4521600", "5.8572100"),
                            new Town("Haugesund", "5527", "59.4137800", "5.2680000"),
                            new Town("Nesttun", "5221", "60.3187000", "5.3530000"),
                            new Town("Sandnes", "4306", "58.8524400", "5.7352100"),
                            new Town("Voss", "5700", "60.6290700", "6.4144800"),
                            new Town("Bryne", "4340", "58.7354400", "5.6477000"),
                            new Town("Ørsta", "6150", "62.1996000", "6.1297000"))),
            new Region(
                    "Mälardalen",
                    "SE",
                    List.of(
                            new Town("Södermalm", "118 50", "59.3128300", "18.0719000"),
                            new Town("Västerås", "722 12", "59.6099000", "16.5448100"),
                            new Town("Örebro", "702 11", "59.2741200", "15.2066000"),
                            new Town("Södertälje", "151 72", "59.1955400", "17.6252500"),
                            new Town("Uppsala", "753 20", "59.8585600", "17.6389300"),
                            new Town("Täby", "183 34", "59.4439000", "18.0687000"),
                            new Town("Östermalm", "114 39", "59.3379100", "18.0815200"),
                            new Town("Nyköping", "611 31", "58.7530000", "17.0079000"),
                            new Town("Enköping", "745 37", "59.6361000", "17.0777000"),
                            new Town("Nacka", "131 34", "59.3105000", "18.1637300"))),
            new Region(
                    "Trøndelag og nord",
                    "NO",
                    List.of(
                            new Town("Trondheim Torvet", "7011", "63.4305150", "10.3950530"),
                            new Town("Stjørdal", "7500", "63.4693000", "10.9260000"),
                            new Town("Bodø", "8006", "67.2803600", "14.4049200"),
                            new Town("Tromsø", "9008", "69.6492000", "18.9553000"),
                            new Town("Røros", "7374", "62.5747000", "11.3842000"),
                            new Town("Levanger", "7600", "63.7464000", "11.2996000"),
                            new Town("Namsos", "7800", "64.4662000", "11.4957000"),
                            new Town("Mo i Rana", "8622", "66.3128000", "14.1428000"),
                            new Town("Harstad", "9405", "68.7985000", "16.5419000"),
                            new Town("Alta", "9510", "69.9689000", "23.2717000"))));

    private Places() {}
}
