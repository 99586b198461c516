package itb.backoffice.demo.chain;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The regions that group the clinics. */
final class Areas {
    private final Chain chain;

    Areas(Chain chain) {
        this.chain = chain;
    }

    static String id(Chain chain, int index) {
        return chain.id("Location", index);
    }

    static Places.Region region(int index) {
        return Places.REGIONS.get(index % Places.REGIONS.size());
    }

    ObjectNode make(int index) {
        ObjectNode area = Elements.resource("Location", id(chain, index), Urls.AREA);
        int round = index / Places.REGIONS.size();
        Elements.extension(area, Urls.SORT_KEY).put("valueInteger", index + 1);
        area.put("status", "active");
        area.put("name", region(index).name() + (round == 0 ? "" : " " + (round + 1)));
        area.set("physicalType", Elements.concept(Urls.PHYSICAL_TYPE, "area", ""));
        return area;
    }
}
