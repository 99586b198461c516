package itb.backoffice.demo.chain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What patients can book. */
final class Treatments {
    private static final String KIND = "ActivityDefinition";

    private static final List<String> TITLES = List.of(
            "Undersøkelse",
            "Tannrens",
            "Akutt time",
            "Fylling",
            "Rotfylling",
            "Tannbleking",
            "Trekke tann",
            "Krone",
            "Implantat",
            "Kontroll av regulering",
            "Konsultasjon regulering",
            "Tannkjøttbehandling",
            "Røntgen",
            "Skinne",
            "Airflow",
            "Visdomstann",
            "Barneundersøkelse",
            "Første besøk",
            "Skjelaminat",
            "Protese",
            "Undersökning",
            "Tandrengöring",
            "Akutbesök",
            "Lagning",
            "Rotbehandling",
            "Tandblekning",
            "Dra ut tand",
            "Krona eller bro",
            "Tandimplantat",
            "Kontroll av tandställning",
            "Rådgivning tandreglering",
            "Behandling av tandkött",
            "Röntgenbilder",
            "Bettskena",
            "Puts och polering",
            "Visdomstand",
            "Barnbesök",
            "Nybesök",
            "Skalfasad",
            "Protesjustering");
    private static final List<String> VARIANTS = List.of(
            "barn",
            "ungdom",
            "student",
            "senior",
            "kveld",
            "helg",
            "kort",
            "lang",
            "oppfølging",
            "med bilder",
            "hos spesialist");
    private static final List<String> CAMPAIGNS = List.of("vår2027", "student", "nykunde");

    private final Chain chain;

    Treatments(Chain chain) {
        this.chain = chain;
    }

    private static String title(int index) {
        String title = TITLES.get(index % TITLES.size());
        int round = index / TITLES.size();
        if (round == 0) {
            return title;
        }
        int again = (round - 1) / VARIANTS.size();
        return title + ", " + VARIANTS.get((round - 1) % VARIANTS.size()) + (again == 0 ? "" : " " + (again + 1));
    }

    ObjectNode make(int index) {
        Random random = chain.random(KIND, index);
        String title = title(index);
        String code = Elements.slug(title);
        ObjectNode treatment = Elements.resource(KIND, chain.id(KIND, index), Urls.TREATMENT);
        Elements.extension(treatment, Urls.SORT_KEY).put("valueInteger", index + 1);
        if (index % 9 == 4) {
            ObjectNode campaigns = Elements.extension(treatment, Urls.CAMPAIGNS);
            Elements.extension(campaigns, "campaign").put("valueCode", Chain.pick(random, CAMPAIGNS));
        }
        treatment.put("name", machineName(code)).put("title", title);
        boolean swedish = index % TITLES.size() >= TITLES.size() / 2;
        int minutes = 15 + 15 * random.nextInt(5);
        treatment.put("subtitle", swedish ? "Cirka " + minutes + " minuter" : "Omtrent " + minutes + " minutter");
        treatment.put("status", index % 14 == 13 ? "retired" : "active");
        treatment.put("date", "2026-%02d-%02d".formatted(1 + random.nextInt(10), 1 + random.nextInt(28)));
        treatment.put(
                "description",
                swedish
                        ? title + " hos Nordtand. Vi går igenom priset med dig innan vi börjar."
                        : title + " hos Nordtand. Vi går gjennom prisen med deg før vi begynner.");
        treatment.put("kind", "ServiceRequest");
        treatment.set("code", Elements.concept(Urls.SERVICE_TYPE, code, "").put("text", title));
        return treatment;
    }

    /** The code as FHIR wants names for machines: {@code akutt-time} becomes {@code AkuttTime}. */
    private static String machineName(String code) {
        StringBuilder name = new StringBuilder();
        for (String word : code.split("-", -1)) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return name.toString();
    }
}
