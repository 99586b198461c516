package itb.backoffice.validation.chain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A rule about one resource by itself that its profile does not have. Pure. */
@FunctionalInterface
public interface ResourceRule {
    /** Where {@code resource}, as {@link LeanResource} reads it, breaks this rule. */
    List<Breach> check(ObjectNode resource);
}
