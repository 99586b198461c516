package itb.backoffice.validation.chain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.IntSupplier;

/** Every rule about a resource by itself that its profile does not have. */
public final class ResourceRules {
    private final IntSupplier limitKilobytes;
    private final List<ResourceRule> all;

    /** {@code limitKilobytes} says how large a picture may be. */
    public ResourceRules(IntSupplier limitKilobytes) {
        this.limitKilobytes = limitKilobytes;
        this.all = List.of(new OpeningHours(), new BookingRules(), new Tags(), new Pictures(limitKilobytes));
    }

    /** Where {@code resource}, as {@link LeanResource} reads it, breaks any of them. */
    public List<Breach> check(ObjectNode resource) {
        return all.stream().flatMap(rule -> rule.check(resource).stream()).toList();
    }

    /** Changes whenever the same resource might be judged differently. */
    public String stamp() {
        return Integer.toString(limitKilobytes.getAsInt());
    }
}
